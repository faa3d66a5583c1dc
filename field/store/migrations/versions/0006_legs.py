"""Legs: the way to each stop of a published route, as it was found when it was published."""

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('manifest') as batch:
        batch.add_column(sa.Column('legs', sa.JSON(), nullable=False, server_default='{}'))


def downgrade() -> None:
    with op.batch_alter_table('manifest') as batch:
        batch.drop_column('legs')
