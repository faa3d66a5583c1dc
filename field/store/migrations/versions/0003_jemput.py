"""Jemput: requests, people, trips, booths, kit visits, evenings and their bookings."""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('booth',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('office', sa.String(length=24), nullable=False),
    sa.Column('name', sa.String(length=80), nullable=False),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('booth', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_booth_office'), ['office'], unique=False)

    op.create_table('car',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('plate', sa.String(length=12), nullable=False),
    sa.Column('name', sa.String(length=80), nullable=False),
    sa.Column('ambulatory', sa.Integer(), nullable=False),
    sa.Column('wheelchair', sa.Integer(), nullable=False),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('plate')
    )
    op.create_table('evening',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kecamatan', sa.String(length=8), nullable=False),
    sa.Column('office', sa.String(length=24), nullable=False),
    sa.Column('date', sa.Date(), nullable=False),
    sa.Column('opens_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('closes_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('booths', sa.Integer(), nullable=False),
    sa.Column('capacity', sa.Integer(), nullable=False),
    sa.Column('note', sa.Text(), nullable=False),
    sa.Column('cancelled_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('created_by', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['created_by'], ['user.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('evening', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_evening_date'), ['date'], unique=False)
        batch_op.create_index(batch_op.f('ix_evening_kecamatan'), ['kecamatan'], unique=False)

    op.create_table('outage',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('booth_id', sa.Integer(), nullable=False),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('why', sa.Text(), nullable=False),
    sa.Column('told_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_user_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['booth_id'], ['booth.id'], ),
    sa.ForeignKeyConstraint(['by_user_id'], ['user.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('outage', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_outage_booth_id'), ['booth_id'], unique=False)

    op.create_table('request',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(length=9), nullable=False),
    sa.Column('check_code', sa.String(length=4), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('service', sa.String(length=8), nullable=False),
    sa.Column('channel', sa.String(length=12), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('asked_by', sa.Integer(), nullable=True),
    sa.Column('asker', sa.String(length=120), nullable=False),
    sa.Column('household_id', sa.Integer(), nullable=False),
    sa.Column('kecamatan', sa.String(length=8), nullable=False),
    sa.Column('contact_name', sa.String(length=120), nullable=False),
    sa.Column('phone', sa.String(length=20), nullable=False),
    sa.Column('email', sa.String(length=120), nullable=False),
    sa.Column('phone_index', sa.String(length=64), nullable=False),
    sa.Column('address_index', sa.String(length=64), nullable=False),
    sa.Column('origin_index', sa.String(length=64), nullable=False),
    sa.Column('weekdays', sa.JSON(), nullable=False),
    sa.Column('hours', sa.String(length=12), nullable=False),
    sa.Column('evening_id', sa.Integer(), nullable=True),
    sa.Column('will_call', sa.Boolean(), nullable=False),
    sa.Column('consent_version', sa.String(length=12), nullable=False),
    sa.Column('consent_by', sa.String(length=12), nullable=False),
    sa.Column('consent_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('photo', sa.String(length=64), nullable=False),
    sa.Column('doubts', sa.JSON(), nullable=False),
    sa.Column('date', sa.Date(), nullable=True),
    sa.Column('window_from', sa.DateTime(timezone=True), nullable=True),
    sa.Column('window_until', sa.DateTime(timezone=True), nullable=True),
    sa.Column('place', sa.String(length=24), nullable=False),
    sa.Column('priority', sa.Boolean(), nullable=False),
    sa.Column('meet_lat', sa.Double(), nullable=True),
    sa.Column('meet_lon', sa.Double(), nullable=True),
    sa.Column('meet_note', sa.Text(), nullable=False),
    sa.Column('tracking_epoch', sa.Integer(), nullable=False),
    sa.Column('import_id', sa.Integer(), nullable=True),
    sa.Column('import_key', sa.String(length=64), nullable=True),
    sa.ForeignKeyConstraint(['asked_by'], ['user.id'], ),
    sa.ForeignKeyConstraint(['evening_id'], ['evening.id'], ),
    sa.ForeignKeyConstraint(['household_id'], ['household.id'], ),
    sa.ForeignKeyConstraint(['import_id'], ['import.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('code'),
    sa.UniqueConstraint('household_id'),
    sa.UniqueConstraint('import_key')
    )
    with op.batch_alter_table('request', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_request_address_index'), ['address_index'], unique=False)
        batch_op.create_index(batch_op.f('ix_request_asked_at'), ['asked_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_request_date'), ['date'], unique=False)
        batch_op.create_index(batch_op.f('ix_request_kecamatan'), ['kecamatan'], unique=False)
        batch_op.create_index(batch_op.f('ix_request_origin_index'), ['origin_index'], unique=False)
        batch_op.create_index(batch_op.f('ix_request_phone_index'), ['phone_index'], unique=False)
        batch_op.create_index(batch_op.f('ix_request_state'), ['state'], unique=False)

    op.create_table('ask_draft',
    sa.Column('id', sa.String(length=36), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.Column('touched_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('request_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['request_id'], ['request.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('ask_draft', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_ask_draft_touched_at'), ['touched_at'], unique=False)

    op.create_table('booking',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('evening_id', sa.Integer(), nullable=False),
    sa.Column('code', sa.String(length=9), nullable=False),
    sa.Column('form_key', sa.String(length=64), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('phone', sa.String(length=20), nullable=False),
    sa.Column('phone_index', sa.String(length=64), nullable=False),
    sa.Column('origin_index', sa.String(length=64), nullable=False),
    sa.Column('how', sa.String(length=8), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('request_id', sa.Integer(), nullable=True),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('asked_by', sa.Integer(), nullable=True),
    sa.Column('consent_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('marked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('marked_by', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['asked_by'], ['user.id'], ),
    sa.ForeignKeyConstraint(['evening_id'], ['evening.id'], ),
    sa.ForeignKeyConstraint(['marked_by'], ['user.id'], ),
    sa.ForeignKeyConstraint(['request_id'], ['request.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('code'),
    sa.UniqueConstraint('form_key')
    )
    with op.batch_alter_table('booking', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_booking_evening_id'), ['evening_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_booking_origin_index'), ['origin_index'], unique=False)
        batch_op.create_index(batch_op.f('ix_booking_phone_index'), ['phone_index'], unique=False)
        batch_op.create_index(batch_op.f('ix_booking_request_id'), ['request_id'], unique=False)

    op.create_table('kit_visit',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('request_id', sa.Integer(), nullable=False),
    sa.Column('date', sa.Date(), nullable=False),
    sa.Column('visit', sa.String(length=36), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('courier_id', sa.Integer(), nullable=True),
    sa.Column('scheduled_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('promised_from', sa.DateTime(timezone=True), nullable=True),
    sa.Column('promised_until', sa.DateTime(timezone=True), nullable=True),
    sa.Column('performed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('service_s', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['courier_id'], ['courier.id'], ),
    sa.ForeignKeyConstraint(['request_id'], ['request.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('visit')
    )
    with op.batch_alter_table('kit_visit', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_kit_visit_date'), ['date'], unique=False)
        batch_op.create_index(batch_op.f('ix_kit_visit_request_id'), ['request_id'], unique=False)

    op.create_table('person',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('request_id', sa.Integer(), nullable=False),
    sa.Column('seal', sa.String(length=36), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('nik_cipher', sa.LargeBinary(), nullable=True),
    sa.Column('nik_index', sa.String(length=64), nullable=False),
    sa.Column('nik_last4', sa.String(length=4), nullable=False),
    sa.Column('age_group', sa.String(length=8), nullable=False),
    sa.Column('aid', sa.String(length=20), nullable=False),
    sa.Column('companion', sa.Boolean(), nullable=False),
    sa.Column('companion_name', sa.String(length=120), nullable=False),
    sa.Column('companion_phone', sa.String(length=20), nullable=False),
    sa.Column('care_cipher', sa.LargeBinary(), nullable=True),
    sa.ForeignKeyConstraint(['request_id'], ['request.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('seal')
    )
    with op.batch_alter_table('person', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_person_nik_index'), ['nik_index'], unique=False)
        batch_op.create_index(batch_op.f('ix_person_request_id'), ['request_id'], unique=False)

    op.create_table('request_step',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('request_id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('act', sa.String(length=12), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('by', sa.String(length=8), nullable=False),
    sa.Column('by_user_id', sa.Integer(), nullable=True),
    sa.Column('why', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['by_user_id'], ['user.id'], ),
    sa.ForeignKeyConstraint(['request_id'], ['request.id'], ),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('request_step', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_request_step_request_id'), ['request_id'], unique=False)

    op.create_table('trip',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('request_id', sa.Integer(), nullable=False),
    sa.Column('leg', sa.String(length=8), nullable=False),
    sa.Column('date', sa.Date(), nullable=False),
    sa.Column('place', sa.String(length=24), nullable=False),
    sa.Column('evening_id', sa.Integer(), nullable=True),
    sa.Column('will_call', sa.Boolean(), nullable=False),
    sa.Column('pickup_visit', sa.String(length=36), nullable=False),
    sa.Column('dropoff_visit', sa.String(length=36), nullable=False),
    sa.Column('requested_from', sa.DateTime(timezone=True), nullable=True),
    sa.Column('requested_until', sa.DateTime(timezone=True), nullable=True),
    sa.Column('courier_id', sa.Integer(), nullable=True),
    sa.Column('scheduled_pickup', sa.DateTime(timezone=True), nullable=True),
    sa.Column('scheduled_dropoff', sa.DateTime(timezone=True), nullable=True),
    sa.Column('promised_from', sa.DateTime(timezone=True), nullable=True),
    sa.Column('promised_until', sa.DateTime(timezone=True), nullable=True),
    sa.Column('performed_arrival', sa.DateTime(timezone=True), nullable=True),
    sa.Column('performed_pickup', sa.DateTime(timezone=True), nullable=True),
    sa.Column('performed_dropoff', sa.DateTime(timezone=True), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['courier_id'], ['courier.id'], ),
    sa.ForeignKeyConstraint(['evening_id'], ['evening.id'], ),
    sa.ForeignKeyConstraint(['request_id'], ['request.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('dropoff_visit'),
    sa.UniqueConstraint('pickup_visit')
    )
    with op.batch_alter_table('trip', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_trip_courier_id'), ['courier_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_trip_date'), ['date'], unique=False)
        batch_op.create_index(batch_op.f('ix_trip_evening_id'), ['evening_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_trip_request_id'), ['request_id'], unique=False)

    op.create_table('message',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sa.String(length=80), nullable=False),
    sa.Column('request_id', sa.Integer(), nullable=True),
    sa.Column('booking_id', sa.Integer(), nullable=True),
    sa.Column('template', sa.String(length=24), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('by_user_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['booking_id'], ['booking.id'], ),
    sa.ForeignKeyConstraint(['by_user_id'], ['user.id'], ),
    sa.ForeignKeyConstraint(['request_id'], ['request.id'], ),
    sa.PrimaryKeyConstraint('id'),
    sa.UniqueConstraint('key')
    )
    with op.batch_alter_table('message', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_message_booking_id'), ['booking_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_message_due_at'), ['due_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_message_request_id'), ['request_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_message_state'), ['state'], unique=False)

    op.create_table('trip_rider',
    sa.Column('trip_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('ready', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], ),
    sa.ForeignKeyConstraint(['trip_id'], ['trip.id'], ),
    sa.PrimaryKeyConstraint('trip_id', 'person_id')
    )
    with op.batch_alter_table('trip_rider', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_trip_rider_person_id'), ['person_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_trip_rider_state'), ['state'], unique=False)

    op.create_table('turn',
    sa.Column('trip_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('office', sa.String(length=24), nullable=False),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('duration_s', sa.Integer(), nullable=False),
    sa.Column('bumped', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], ),
    sa.ForeignKeyConstraint(['trip_id'], ['trip.id'], ),
    sa.PrimaryKeyConstraint('trip_id', 'person_id')
    )
    with op.batch_alter_table('turn', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_turn_office'), ['office'], unique=False)
        batch_op.create_index(batch_op.f('ix_turn_starts_at'), ['starts_at'], unique=False)

    with op.batch_alter_table('blob', schema=None) as batch_op:
        batch_op.alter_column('user_id',
               existing_type=sa.INTEGER(),
               nullable=True)

    # In plain SQL: a batch would drop these tables, and others point at their rows.
    for column in (
        "courier ADD COLUMN car_id INTEGER REFERENCES car (id)",
        "courier ADD COLUMN has_kit BOOLEAN NOT NULL DEFAULT FALSE",
        "courier ADD COLUMN photo VARCHAR(64) NOT NULL DEFAULT ''",
        "stop ADD COLUMN trip_id INTEGER REFERENCES trip (id)",
        "stop ADD COLUMN \"end\" VARCHAR(8) NOT NULL DEFAULT ''",
        "stop ADD COLUMN kit_visit_id INTEGER REFERENCES kit_visit (id)",
    ):
        op.execute(f"ALTER TABLE {column}")
    op.create_index(op.f('ix_stop_trip_id'), 'stop', ['trip_id'])
    op.create_index(op.f('ix_stop_kit_visit_id'), 'stop', ['kit_visit_id'])


def downgrade() -> None:
    with op.batch_alter_table('stop') as batch_op:
        batch_op.drop_index(op.f('ix_stop_trip_id'))
        batch_op.drop_index(op.f('ix_stop_kit_visit_id'))
        for column in ('kit_visit_id', 'end', 'trip_id'):
            batch_op.drop_column(column)
    with op.batch_alter_table('courier') as batch_op:
        for column in ('photo', 'has_kit', 'car_id'):
            batch_op.drop_column(column)
    op.execute("DELETE FROM blob WHERE user_id IS NULL")
    with op.batch_alter_table('blob') as batch_op:
        batch_op.alter_column('user_id', existing_type=sa.INTEGER(), nullable=False)
    for table in (
        'turn',
        'trip_rider',
        'message',
        'trip',
        'request_step',
        'person',
        'kit_visit',
        'booking',
        'ask_draft',
        'request',
        'outage',
        'evening',
        'car',
        'booth',
    ):
        op.drop_table(table)
