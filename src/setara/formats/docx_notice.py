"""The notice of a DOCX (a draft, a sample, superseded): in the head and across every page."""

from __future__ import annotations

from html import escape

from docx.document import Document as WordDocument
from docx.oxml import parse_xml

# WordArt behind the text, as word processors themselves write a watermark. Grey-brown and pale, so
# that the words above it stay readable in print.
_ACROSS = """
<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
     xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
  <w:rPr><w:noProof/></w:rPr>
  <w:pict>
    <v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
                 path="m@7,l@8,m@5,21600l@6,21600e">
      <v:formulas>
        <v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>
        <v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>
        <v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>
      </v:formulas>
      <v:path textpathok="t" o:connecttype="none"/>
      <v:textpath on="t" fitshape="t"/>
    </v:shapetype>
    <v:shape id="SetaraNotice" o:spid="_x0000_s2049" type="#_x0000_t136" alt="%(words)s"
             style="position:absolute;margin-left:0;margin-top:0;width:520pt;height:52pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin"
             fillcolor="#e9ddcf" stroked="f">
      <v:fill opacity=".5"/>
      <v:textpath style="font-family:&quot;Noto Sans&quot;;font-size:1pt" string="%(words)s"/>
    </v:shape>
  </w:pict>
</w:r>
"""


def add_notice(document: WordDocument, words: str) -> None:
    """Say it in the head of every page, and across it behind the text.

    Later sections take over the head of the first one.
    """
    paragraph = document.sections[0].header.paragraphs[0]
    paragraph.text = words
    paragraph._p.append(parse_xml(_ACROSS % {"words": escape(words)}))
