"""Campaigns: what was asked, the plans that were made of it, and each card's days."""

import sqlalchemy as sa
from alembic import op

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('campaign',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('name', sa.String(length=80), nullable=False),
        sa.Column('kecamatan', sa.String(length=8), nullable=True),
        sa.Column('first_day', sa.Date(), nullable=False),
        sa.Column('last_day', sa.Date(), nullable=False),
        sa.Column('asked', sa.JSON(), nullable=False),
        sa.Column('job_id', sa.String(length=36), nullable=True),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('created_by', sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(['created_by'], ['user.id']),
        sa.PrimaryKeyConstraint('id'),
    )
    with op.batch_alter_table('campaign') as batch:
        batch.create_index(batch.f('ix_campaign_kecamatan'), ['kecamatan'], unique=False)
        batch.create_index(batch.f('ix_campaign_last_day'), ['last_day'], unique=False)

    op.create_table('campaign_plan',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('campaign_id', sa.Integer(), nullable=False),
        sa.Column('job_id', sa.String(length=36), nullable=False),
        sa.Column('state', sa.String(length=12), nullable=False),
        sa.Column('asked', sa.JSON(), nullable=False),
        sa.Column('since', sa.Date(), nullable=False),
        sa.Column('figures', sa.JSON(), nullable=False),
        sa.Column('staff', sa.JSON(), nullable=False),
        sa.Column('remedies', sa.JSON(), nullable=False),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('created_by', sa.Integer(), nullable=True),
        sa.Column('accepted_at', sa.DateTime(timezone=True), nullable=True),
        sa.Column('accepted_by', sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(['accepted_by'], ['user.id']),
        sa.ForeignKeyConstraint(['campaign_id'], ['campaign.id']),
        sa.ForeignKeyConstraint(['created_by'], ['user.id']),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('job_id'),
    )
    with op.batch_alter_table('campaign_plan') as batch:
        batch.create_index(batch.f('ix_campaign_plan_campaign_id'), ['campaign_id'], unique=False)
        batch.create_index(batch.f('ix_campaign_plan_state'), ['state'], unique=False)

    op.create_table('campaign_batch',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('plan_id', sa.Integer(), nullable=False),
        sa.Column('day', sa.Date(), nullable=False),
        sa.Column('printer', sa.Integer(), nullable=False),
        sa.Column('turn', sa.Integer(), nullable=False),
        sa.Column('kelurahan', sa.String(length=13), nullable=False),
        sa.Column('rw', sa.String(length=3), nullable=False),
        sa.Column('cards', sa.Integer(), nullable=False),
        sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
        sa.Column('ends_at', sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(['plan_id'], ['campaign_plan.id']),
        sa.PrimaryKeyConstraint('id'),
    )
    with op.batch_alter_table('campaign_batch') as batch:
        batch.create_index('ix_campaign_batch_day', ['plan_id', 'day'], unique=False)

    op.create_table('campaign_round',
        sa.Column('plan_id', sa.Integer(), nullable=False),
        sa.Column('day', sa.Date(), nullable=False),
        sa.Column('kelurahan', sa.String(length=13), nullable=False),
        sa.Column('couriers', sa.Integer(), nullable=False),
        sa.Column('doors', sa.Integer(), nullable=False),
        sa.Column('cards', sa.Integer(), nullable=False),
        sa.Column('travel_s', sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(['plan_id'], ['campaign_plan.id']),
        sa.PrimaryKeyConstraint('plan_id', 'day', 'kelurahan'),
    )
    op.create_table('campaign_card',
        sa.Column('plan_id', sa.Integer(), nullable=False),
        sa.Column('card_id', sa.Integer(), nullable=False),
        sa.Column('batch_id', sa.Integer(), nullable=True),
        sa.Column('turn', sa.Integer(), nullable=False),
        sa.Column('print_on', sa.Date(), nullable=True),
        sa.Column('deliver_on', sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(['batch_id'], ['campaign_batch.id']),
        sa.ForeignKeyConstraint(['card_id'], ['card.id']),
        sa.ForeignKeyConstraint(['plan_id'], ['campaign_plan.id']),
        sa.PrimaryKeyConstraint('plan_id', 'card_id'),
    )
    with op.batch_alter_table('campaign_card') as batch:
        batch.create_index(batch.f('ix_campaign_card_batch_id'), ['batch_id'], unique=False)
        batch.create_index(batch.f('ix_campaign_card_card_id'), ['card_id'], unique=False)
        batch.create_index('ix_campaign_card_due', ['plan_id', 'deliver_on'], unique=False)


def downgrade() -> None:
    for table in ('campaign_card', 'campaign_round', 'campaign_batch', 'campaign_plan', 'campaign'):
        op.drop_table(table)
