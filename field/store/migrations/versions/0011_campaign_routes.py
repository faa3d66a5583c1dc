"""A campaign's routes by courier, and the place of each card on them."""

import sqlalchemy as sa
from alembic import op

revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None
FIGURES = 'doors, cards, travel_s'


def upgrade() -> None:
    op.create_table('campaign_route', *_columns('courier'), *_keys('courier'))
    # Until now nobody knew whose routes they would be.
    op.execute(
        f'INSERT INTO campaign_route (plan_id, day, kelurahan, courier, {FIGURES}) '  # noqa: S608 - our own names
        f'SELECT plan_id, day, kelurahan, 0, {FIGURES} FROM campaign_round'
    )
    op.drop_table('campaign_round')
    with op.batch_alter_table('campaign_card') as batch:
        batch.add_column(sa.Column('courier', sa.Integer(), nullable=True))
        batch.add_column(sa.Column('stop', sa.Integer(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table('campaign_card') as batch:
        batch.drop_column('stop')
        batch.drop_column('courier')
    op.create_table('campaign_round', *_columns('couriers'), *_keys())
    sums = 'SUM(doors), SUM(cards), SUM(travel_s)'
    op.execute(
        f'INSERT INTO campaign_round (plan_id, day, kelurahan, couriers, {FIGURES}) '  # noqa: S608 - our own names
        f'SELECT plan_id, day, kelurahan, COUNT(*), {sums} FROM campaign_route '
        'GROUP BY plan_id, day, kelurahan'
    )
    op.drop_table('campaign_route')


def _columns(courier: str) -> list[sa.Column[object]]:
    return [
        sa.Column('plan_id', sa.Integer(), nullable=False),
        sa.Column('day', sa.Date(), nullable=False),
        sa.Column('kelurahan', sa.String(length=13), nullable=False),
        sa.Column(courier, sa.Integer(), nullable=False),
        sa.Column('doors', sa.Integer(), nullable=False),
        sa.Column('cards', sa.Integer(), nullable=False),
        sa.Column('travel_s', sa.Integer(), nullable=False),
    ]


def _keys(*more: str) -> list[sa.Constraint]:
    return [
        sa.ForeignKeyConstraint(['plan_id'], ['campaign_plan.id']),
        sa.PrimaryKeyConstraint('plan_id', 'day', 'kelurahan', *more),
    ]
