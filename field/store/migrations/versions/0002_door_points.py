"""Door points: what confirmed pins tell of where an RT is."""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'door_point',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('kelurahan', sa.String(length=13), nullable=False),
        sa.Column('rt', sa.String(length=3), nullable=False),
        sa.Column('rw', sa.String(length=3), nullable=False),
        sa.Column('lat', sa.Double(), nullable=False),
        sa.Column('lon', sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint('id'),
    )
    op.create_index(op.f('ix_door_point_kelurahan'), 'door_point', ['kelurahan'])
    op.execute(
        "INSERT INTO door_point (kelurahan, rt, rw, lat, lon) "
        "SELECT DISTINCT kelurahan, rt, rw, round(CAST(lat AS numeric), 4), "
        "round(CAST(lon AS numeric), 4) FROM household "
        "WHERE confidence = 'confirmed' AND rt <> '' AND rw <> '' AND lat IS NOT NULL"
    )


def downgrade() -> None:
    op.drop_table('door_point')
