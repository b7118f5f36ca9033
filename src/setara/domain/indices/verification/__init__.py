"""Whether the indices come out as published: recomputed, compared, counted by index and year."""

from setara.domain.indices.verification.comparing import (
    Claim,
    Comparison,
    Outcome,
    Printed,
    Tally,
    Verification,
    verified,
)

__all__ = ["Claim", "Comparison", "Outcome", "Printed", "Tally", "Verification", "verified"]
