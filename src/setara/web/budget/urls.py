"""Addresses of the budget room."""

from django.urls import path

from setara.web.budget import (
    action_views,
    beneficiary_files_views,
    beneficiary_views,
    book_views,
    carrying_views,
    data_views,
    difference_views,
    export_views,
    mission_views,
    nomenclature_views,
    pathway_views,
    progress_views,
    recap_views,
    result_views,
    review_views,
    screening_views,
    statement_change_views,
    statement_views,
    tag_views,
    window_views,
    within_views,
)

app_name = "budget"

urlpatterns = [
    path("anggaran/", book_views.versions, name="versions"),
    path("anggaran/unggah/", book_views.upload, name="upload"),
    path("anggaran/unggah/kemajuan/<str:token>/", progress_views.progress, name="progress"),
    path("anggaran/beda/", difference_views.difference, name="difference"),
    path("anggaran/beda/<str:agency>/<str:code>/", within_views.within, name="difference_within"),
    path(
        "anggaran/beda/<int:before_id>-<int:after_id>.xlsx",
        difference_views.difference_file,
        name="difference_file",
    ),
    path("anggaran/<int:version_id>/", book_views.version, name="version"),
    path("anggaran/<int:version_id>/unduh/<str:form>/", export_views.version_file, name="export"),
    path("anggaran/berkas/<int:book_id>/unduh/", export_views.received_file, name="received_book"),
    path("anggaran/berkas/<int:book_id>/tarik/", book_views.withdraw, name="withdraw_book"),
    path("anggaran/berkas/<int:book_id>/ganti/", book_views.replace, name="replace_book"),
    path("anggaran/nomenklatur/", nomenclature_views.browse, name="nomenclature"),
    path("anggaran/nomenklatur/muat/", nomenclature_views.load, name="load_nomenclature"),
    path(
        "anggaran/nomenklatur/<int:nomenclature_id>/cocok/",
        nomenclature_views.verify,
        name="verify_nomenclature",
    ),
    path(
        "anggaran/nomenklatur/<int:nomenclature_id>/cabut/",
        nomenclature_views.withdraw,
        name="withdraw_nomenclature",
    ),
    path(
        "anggaran/<int:version_id>/nomenklatur/",
        nomenclature_views.checked,
        name="version_nomenclature",
    ),
    path("anggaran/bawa/", carrying_views.choose, name="choose_carrying"),
    path("anggaran/<int:before_id>/bawa/<int:after_id>/", carrying_views.carry, name="carrying"),
    path("arg/", recap_views.recap, name="recap"),
    path("arg/misi/", mission_views.missions, name="missions"),
    path("arg/misi/<int:plan_id>/", mission_views.plan, name="mission_plan"),
    path("arg/<int:year>.xlsx", recap_views.recap_file, name="recap_file"),
    path("anggaran/<int:version_id>/penandaan/", tag_views.tagging, name="tagging"),
    path(
        "anggaran/<int:version_id>/penandaan/cabut/", tag_views.withdraw_many, name="withdraw_tags"
    ),
    path(
        "anggaran/<int:version_id>/penandaan/jendela/", window_views.windows, name="tagging_windows"
    ),
    path(
        "anggaran/<int:version_id>/penandaan/jendela/<int:window_id>/perpanjang/",
        window_views.extend,
        name="extend_tagging",
    ),
    path(
        "anggaran/<int:version_id>/penandaan/jendela/<int:window_id>/tutup/",
        window_views.close,
        name="close_tagging",
    ),
    path(
        "anggaran/<int:version_id>/penandaan/<int:batch_id>/batal/",
        tag_views.undo,
        name="undo_tags",
    ),
    path("anggaran/baris/<int:line_id>/penandaan/", tag_views.line, name="tag_line"),
    path(
        "anggaran/baris/<int:line_id>/penandaan/<int:tag_id>/cabut/",
        tag_views.withdraw,
        name="withdraw_tag",
    ),
    path(
        "anggaran/<int:version_id>/penerima/",
        beneficiary_views.beneficiaries,
        name="beneficiaries",
    ),
    path(
        "anggaran/<int:version_id>/penerima/isian.xlsx",
        beneficiary_files_views.sheet,
        name="beneficiary_sheet",
    ),
    path(
        "anggaran/<int:version_id>/penerima/unggah/",
        beneficiary_files_views.upload,
        name="beneficiary_upload",
    ),
    path(
        "anggaran/<int:version_id>/penerima/tabel.<str:kind>",
        beneficiary_files_views.table,
        name="beneficiary_table",
    ),
    path(
        "anggaran/baris/<int:line_id>/penerima/",
        beneficiary_views.line,
        name="line_beneficiaries",
    ),
    path(
        "anggaran/baris/<int:line_id>/penerima/kebutuhan/",
        beneficiary_views.need,
        name="choose_need",
    ),
    path(
        "anggaran/baris/<int:line_id>/penerima/kebutuhan/<int:record_id>/cabut/",
        beneficiary_views.withdraw_need,
        name="withdraw_need",
    ),
    path(
        "anggaran/baris/<int:line_id>/penerima/biaya/",
        beneficiary_views.costs,
        name="direct_costs",
    ),
    path(
        "anggaran/baris/<int:line_id>/penerima/<int:record_id>/cabut/",
        beneficiary_views.withdraw,
        name="withdraw_beneficiaries",
    ),
    path("anggaran/<int:version_id>/penyaringan/", screening_views.screening, name="screening"),
    path(
        "anggaran/<int:version_id>/penyaringan/batal/",
        screening_views.take_back,
        name="take_back_declines",
    ),
    path(
        "anggaran/<int:version_id>/penyaringan/latih/",
        screening_views.learn,
        name="learn_screening",
    ),
    path("anggaran/baris/<int:line_id>/tolak/", screening_views.decline_line, name="decline_line"),
    path("gap/", pathway_views.pathways, name="pathways"),
    path("isu/<int:issue_id>/gap/", pathway_views.open_pathway, name="open_pathway"),
    path("gap/<int:pathway_id>/", pathway_views.pathway, name="pathway"),
    path("gap/<int:pathway_id>/isi/", pathway_views.write, name="write_pathway"),
    path("gap/<int:pathway_id>/data/", data_views.data, name="pathway_data"),
    path("gap/<int:pathway_id>/data/ambil/", data_views.take, name="take_datum"),
    path("gap/<int:pathway_id>/data/perbarui/", data_views.renew, name="renew_datum"),
    path("gap/<int:pathway_id>/data/ketik/", data_views.type_in, name="type_datum"),
    path("gap/<int:pathway_id>/data/hapus/", data_views.drop, name="drop_datum"),
    path(
        "gap/<int:pathway_id>/aksi/<int:action_key>/anggaran/",
        action_views.action_lines,
        name="action_lines",
    ),
    path("gap/<int:pathway_id>/tanda-tangan/", pathway_views.sign, name="sign_pathway"),
    path("gap/<int:pathway_id>/revisi/", pathway_views.revise, name="revise_pathway"),
    path("gap/<int:pathway_id>/gbs/", statement_views.draw_up, name="draw_up"),
    path("gap/<int:pathway_id>/hasil/", result_views.result, name="pathway_result"),
    path("gap/<int:pathway_id>/hasil/<int:number>/", result_views.quarter, name="report_quarter"),
    path("hasil/", result_views.results, name="results"),
    path("hasil/<int:year>.<str:form>", result_views.file, name="results_file"),
    path(
        "gbs/<int:statement_id>/perubahan/", statement_change_views.change, name="change_statement"
    ),
    path("gbs/", statement_views.statements, name="statements"),
    path("gbs/<int:statement_id>/", statement_views.statement, name="statement"),
    path("gbs/<int:statement_id>/perbaiki/", statement_views.correct, name="correct"),
    path("gbs/<int:statement_id>/ajukan/", statement_views.submit, name="submit"),
    path("gbs/<int:statement_id>/kunci/", statement_views.lock, name="lock"),
    path("gbs/<int:statement_id>/tinjau/", review_views.review, name="review"),
    path("gbs/<int:statement_id>/kembalikan/", review_views.send_back, name="send_back"),
    path("gbs/<int:statement_id>/setujui/", review_views.approve, name="approve"),
    path("gbs/<int:statement_id>/keyakinan/", review_views.assure, name="assure"),
    path("gbs/<int:statement_id>/catatan/", review_views.answers, name="answers"),
]
