"""Speeds: the office's own rules, and what its events say."""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        'speed_rule',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('roads', sa.String(length=8), nullable=False),
        sa.Column('vehicle', sa.String(length=8), nullable=False),
        sa.Column('weekdays', sa.String(length=7), nullable=False),
        sa.Column('since', sa.Integer(), nullable=False),
        sa.Column('until', sa.Integer(), nullable=False),
        sa.Column('factor', sa.Float(), nullable=False),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('created_by', sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(['created_by'], ['user.id']),
        sa.PrimaryKeyConstraint('id'),
    )
    op.create_table(
        'learned_speed',
        sa.Column('vehicle', sa.String(length=8), nullable=False),
        sa.Column('weekday', sa.Integer(), nullable=False),
        sa.Column('hour', sa.Integer(), nullable=False),
        sa.Column('legs', sa.Integer(), nullable=False),
        sa.Column('planned_s', sa.Integer(), nullable=False),
        sa.Column('usual_s', sa.Integer(), nullable=False),
        sa.Column('took_s', sa.Integer(), nullable=False),
        sa.Column('factor', sa.Float(), nullable=True),
        sa.Column('learned_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('in_use', sa.Float(), nullable=True),
        sa.PrimaryKeyConstraint('vehicle', 'weekday', 'hour'),
    )


def downgrade() -> None:
    op.drop_table('learned_speed')
    op.drop_table('speed_rule')
