"""Place, period, agency, seat, money, share, verdict, actor and the audit trail."""
