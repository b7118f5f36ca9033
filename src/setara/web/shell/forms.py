"""How forms are written: label, help, error and control tied together for every reader."""

from __future__ import annotations

from django.forms.renderers import TemplatesSetting


class ShellRenderer(TemplatesSetting):
    """Renders every form and field of the site with the shell's own templates."""

    form_template_name = "shell/parts/form.html"
    field_template_name = "shell/parts/field.html"
