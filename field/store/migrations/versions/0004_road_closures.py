"""Road reports and closures: what couriers could not pass, and what the office decided."""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'road_report',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('event_id', sa.String(length=36), nullable=False),
        sa.Column('visit', sa.String(length=36), nullable=False),
        sa.Column('kecamatan', sa.String(length=8), nullable=False),
        sa.Column('user_id', sa.Integer(), nullable=False),
        sa.Column('at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('lat', sa.Double(), nullable=False),
        sa.Column('lon', sa.Double(), nullable=False),
        sa.Column('accuracy', sa.Double(), nullable=True),
        sa.Column('profiles', sa.JSON(), nullable=False),
        sa.Column('reason', sa.String(length=12), nullable=False),
        sa.Column('note', sa.Text(), nullable=False),
        sa.Column('photos', sa.JSON(), nullable=False),
        sa.Column('state', sa.String(length=12), nullable=False),
        sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('decided_by', sa.Integer(), nullable=True),
        sa.Column('answer', sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(['user_id'], ['user.id']),
        sa.ForeignKeyConstraint(['decided_by'], ['user.id']),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('event_id'),
    )
    for column in ('visit', 'kecamatan', 'state'):
        op.create_index(op.f(f'ix_road_report_{column}'), 'road_report', [column])
    op.create_table(
        'road_closure',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('report_id', sa.Integer(), nullable=True),
        sa.Column('kecamatan', sa.String(length=8), nullable=True),
        sa.Column('shape', sa.String(length=8), nullable=False),
        sa.Column('points', sa.JSON(), nullable=False),
        sa.Column('effect', sa.String(length=12), nullable=False),
        sa.Column('profiles', sa.JSON(), nullable=False),
        sa.Column('begins', sa.Date(), nullable=False),
        sa.Column('ends', sa.Date(), nullable=True),
        sa.Column('reason', sa.String(length=12), nullable=False),
        sa.Column('note', sa.Text(), nullable=False),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('created_by', sa.Integer(), nullable=True),
        sa.Column('lifted_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('lifted_by', sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(['report_id'], ['road_report.id']),
        sa.ForeignKeyConstraint(['created_by'], ['user.id']),
        sa.ForeignKeyConstraint(['lifted_by'], ['user.id']),
        sa.PrimaryKeyConstraint('id'),
    )
    for column in ('report_id', 'kecamatan', 'begins', 'ends'):
        op.create_index(op.f(f'ix_road_closure_{column}'), 'road_closure', [column])


def downgrade() -> None:
    op.drop_table('road_closure')
    op.drop_table('road_report')
