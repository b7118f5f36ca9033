"""The cast: who does what in the tests, each with a seat of his or her own.

Sari  – focal point, health agency
Budi  – focal point, education agency (must not touch Sari's drafts)
Wati  – driver of the planning agency
Rina  – driver of the finance agency
Dian  – secretary of the working group
Hasan – chair of the working group
Joko  – inspectorate: reads everything, approves nothing
Maya  – secretary of another government
Tamu  – nobody signed in
"""

from __future__ import annotations

from dataclasses import dataclass

from setara.domain.foundation.actor import PUBLIC, Actor

PASSWORD = "Kuncup-Melati-7"


@dataclass(frozen=True)
class Cast:
    """Everyone, signed in as the actor of the moment; agencies by their role."""

    sari: Actor
    budi: Actor
    wati: Actor
    rina: Actor
    dian: Actor
    hasan: Actor
    joko: Actor
    maya: Actor
    tamu: Actor = PUBLIC
