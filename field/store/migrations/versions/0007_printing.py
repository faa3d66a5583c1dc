"""Cetak: print-ready records, batches and what was done with them, printers, operators, blanks."""

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    _room()
    _batches()
    _blanks()
    with op.batch_alter_table('import') as batch:
        batch.add_column(
            sa.Column('printed', sa.Boolean(), nullable=False, server_default=sa.true())
        )
    with op.batch_alter_table('card') as batch:
        batch.add_column(sa.Column('ready_on', sa.String(10), nullable=False, server_default=''))
        batch.add_column(sa.Column('batch_id', sa.Integer(), nullable=True))
        batch.add_column(sa.Column('position', sa.Integer(), nullable=True))
        batch.add_column(sa.Column('reprints', sa.Integer(), nullable=False, server_default='0'))
        batch.create_foreign_key('card_batch_id_fkey', 'print_batch', ['batch_id'], ['id'])
        batch.drop_constraint('one_print_once', type_='unique')
        batch.create_unique_constraint('one_print_once', ['nik_index', 'printed_on', 'ready_on'])
    op.create_index('ix_card_batch_order', 'card', ['batch_id', 'position'])
    with op.batch_alter_table('card_move') as batch:
        batch.add_column(sa.Column('act_id', sa.Integer(), nullable=True))
        batch.create_foreign_key('card_move_act_id_fkey', 'print_act', ['act_id'], ['id'])
    op.create_index(op.f('ix_card_move_act_id'), 'card_move', ['act_id'])


def _room() -> None:
    op.create_table(
        'printer',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('name', sa.String(80), nullable=False),
        sa.Column('cards_per_hour', sa.Integer(), nullable=False),
        sa.Column('warm_up_minutes', sa.Integer(), nullable=False),
        sa.Column('shift_start', sa.String(5), nullable=False),
        sa.Column('shift_end', sa.String(5), nullable=False),
        sa.Column('weekdays', sa.String(7), nullable=False),
        sa.Column('active', sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('name'),
    )
    op.create_table(
        'printer_outage',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('printer_id', sa.Integer(), nullable=False),
        sa.Column('starts_at', MOMENT, nullable=False),
        sa.Column('ends_at', MOMENT, nullable=True),
        sa.Column('why', sa.Text(), nullable=False),
        sa.Column('told_at', MOMENT, nullable=False),
        sa.Column('by_user_id', sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(['printer_id'], ['printer.id']),
        sa.ForeignKeyConstraint(['by_user_id'], ['user.id']),
        sa.PrimaryKeyConstraint('id'),
    )
    op.create_index(op.f('ix_printer_outage_printer_id'), 'printer_outage', ['printer_id'])
    op.create_table(
        'print_operator',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('name', sa.String(120), nullable=False),
        sa.Column('shift_start', sa.String(5), nullable=False),
        sa.Column('shift_end', sa.String(5), nullable=False),
        sa.Column('weekdays', sa.String(7), nullable=False),
        sa.Column('on_holidays', sa.Boolean(), nullable=False),
        sa.Column('breaks', sa.JSON(), nullable=False),
        sa.Column('active', sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint('id'),
        sa.UniqueConstraint('name'),
    )
    op.create_table(
        'operator_absence',
        sa.Column('operator_id', sa.Integer(), nullable=False),
        sa.Column('date', sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(['operator_id'], ['print_operator.id']),
        sa.PrimaryKeyConstraint('operator_id', 'date'),
    )


def _batches() -> None:
    op.create_table(
        'print_batch',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('kelurahan', sa.String(13), nullable=False),
        sa.Column('kecamatan', sa.String(8), nullable=False),
        sa.Column('areas', sa.Text(), nullable=False),
        sa.Column('day', sa.Date(), nullable=True),
        sa.Column('printer_id', sa.Integer(), nullable=True),
        sa.Column('operator_id', sa.Integer(), nullable=True),
        sa.Column('state', sa.String(12), nullable=False),
        sa.Column('size', sa.Integer(), nullable=False),
        sa.Column('made_at', MOMENT, nullable=False),
        sa.Column('made_by', sa.Integer(), nullable=True),
        sa.Column('started_at', MOMENT, nullable=True),
        sa.ForeignKeyConstraint(['printer_id'], ['printer.id']),
        sa.ForeignKeyConstraint(['operator_id'], ['print_operator.id']),
        sa.ForeignKeyConstraint(['made_by'], ['user.id']),
        sa.PrimaryKeyConstraint('id'),
    )
    for column in ('kelurahan', 'kecamatan', 'day', 'state'):
        op.create_index(op.f(f'ix_print_batch_{column}'), 'print_batch', [column])
    op.create_table(
        'print_act',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('batch_id', sa.Integer(), nullable=True),
        sa.Column('kind', sa.String(12), nullable=False),
        sa.Column('at', MOMENT, nullable=False),
        sa.Column('by_user_id', sa.Integer(), nullable=True),
        sa.Column('printer_id', sa.Integer(), nullable=True),
        sa.Column('count', sa.Integer(), nullable=False),
        sa.Column('why', sa.Text(), nullable=False),
        sa.Column('undone_at', MOMENT, nullable=True),
        sa.Column('undone_by', sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(['batch_id'], ['print_batch.id']),
        sa.ForeignKeyConstraint(['by_user_id'], ['user.id']),
        sa.ForeignKeyConstraint(['printer_id'], ['printer.id']),
        sa.ForeignKeyConstraint(['undone_by'], ['user.id']),
        sa.PrimaryKeyConstraint('id'),
    )
    for column in ('batch_id', 'at'):
        op.create_index(op.f(f'ix_print_act_{column}'), 'print_act', [column])


def _blanks() -> None:
    op.create_table(
        'blank_delivery',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('expected_on', sa.Date(), nullable=False),
        sa.Column('count', sa.Integer(), nullable=False),
        sa.Column('note', sa.Text(), nullable=False),
        sa.Column('state', sa.String(12), nullable=False),
        sa.Column('created_at', MOMENT, nullable=False),
        sa.Column('created_by', sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(['created_by'], ['user.id']),
        sa.PrimaryKeyConstraint('id'),
    )
    op.create_index(op.f('ix_blank_delivery_expected_on'), 'blank_delivery', ['expected_on'])
    op.create_table(
        'blank_move',
        sa.Column('id', sa.Integer(), nullable=False),
        sa.Column('at', MOMENT, nullable=False),
        sa.Column('kind', sa.String(12), nullable=False),
        sa.Column('change', sa.Integer(), nullable=False),
        sa.Column('by_user_id', sa.Integer(), nullable=True),
        sa.Column('act_id', sa.Integer(), nullable=True),
        sa.Column('delivery_id', sa.Integer(), nullable=True),
        sa.Column('note', sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(['by_user_id'], ['user.id']),
        sa.ForeignKeyConstraint(['act_id'], ['print_act.id']),
        sa.ForeignKeyConstraint(['delivery_id'], ['blank_delivery.id']),
        sa.PrimaryKeyConstraint('id'),
    )
    for column in ('at', 'act_id'):
        op.create_index(op.f(f'ix_blank_move_{column}'), 'blank_move', [column])


def downgrade() -> None:
    with op.batch_alter_table('card_move') as batch:
        batch.drop_index('ix_card_move_act_id')
        batch.drop_column('act_id')
    with op.batch_alter_table('card') as batch:
        batch.drop_index('ix_card_batch_order')
        batch.drop_constraint('one_print_once', type_='unique')
        batch.create_unique_constraint('one_print_once', ['nik_index', 'printed_on'])
        for column in ('ready_on', 'batch_id', 'position', 'reprints'):
            batch.drop_column(column)
    with op.batch_alter_table('import') as batch:
        batch.drop_column('printed')
    for table in (
        'blank_move', 'blank_delivery', 'print_act', 'print_batch', 'operator_absence',
        'print_operator', 'printer_outage', 'printer',
    ):
        op.drop_table(table)
