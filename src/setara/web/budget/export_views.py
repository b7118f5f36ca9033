"""A version of the budget handed out as a file."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from setara.domain.language.text import Text
from setara.usecases.budget.version_export import ExportFormat, received_book
from setara.usecases.budget.version_export import version_file as export
from setara.usecases.foundation.access import NotFound
from setara.web.shell.request import Request

MEDIA_TYPES = {
    ExportFormat.CSV: "text/csv; charset=utf-8",
    ExportFormat.FDP: "application/zip",
    ExportFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
FORM = Text("Bentuk berkas itu", "That kind of file")


@require_safe
def version_file(request: Request, version_id: int, form: str) -> HttpResponse:
    """The version with all its lines as CSV, XLSX or a fiscal data package."""
    if form not in set(ExportFormat):
        raise NotFound(FORM)
    asked = ExportFormat(form)
    file = export(
        by=request.actor,
        version_id=version_id,
        form=asked,
        today=timezone.localdate(),
        language=request.language,
    )
    response = HttpResponse(file.content, content_type=MEDIA_TYPES[asked])
    response["Content-Disposition"] = f'attachment; filename="{file.name}"'
    return response


@require_safe
def received_file(request: Request, book_id: int) -> HttpResponse:
    """A budget file as it was handed in; never shown in the page, always a download."""
    file = received_book(by=request.actor, book_id=book_id)
    response = HttpResponse(file.content, content_type="application/octet-stream")
    header = content_disposition_header(as_attachment=True, filename=file.name)
    response["Content-Disposition"] = header or "attachment"
    return response
