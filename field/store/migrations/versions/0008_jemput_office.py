"""The office of jemput: hours of a device, why an evening was called off, what a file lists."""

import sqlalchemy as sa
from alembic import op

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    # In plain SQL: a batch would drop these tables, and others point at their rows.
    for column in (
        "booth ADD COLUMN opens VARCHAR(5)",
        "booth ADD COLUMN closes VARCHAR(5)",
        "evening ADD COLUMN cancelled_by INTEGER REFERENCES \"user\" (id)",
        "evening ADD COLUMN cancelled_why TEXT NOT NULL DEFAULT ''",
        "\"import\" ADD COLUMN lists VARCHAR(12) NOT NULL DEFAULT 'cards'",
    ):
        op.execute(f"ALTER TABLE {column}")


def downgrade() -> None:
    for table, columns in (
        ('import', ('lists',)),
        ('evening', ('cancelled_why', 'cancelled_by')),
        ('booth', ('closes', 'opens')),
    ):
        with op.batch_alter_table(table) as batch:
            for column in columns:
                batch.drop_column(column)
