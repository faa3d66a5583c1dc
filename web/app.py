"""The app factory: configuration, database, doors, pages and commands in one place."""

from datetime import timedelta

from flask import Flask
from flask_migrate import Migrate
from flask_wtf import CSRFProtect

from field.gateways.basemap_shelf import BasemapShelf
from field.gateways.clock import SystemClock
from field.gateways.doors import Doors
from field.gateways.files import Files
from field.gateways.geocoder import open_geocoders
from field.gateways.messages import open_messages
from field.gateways.named_servers import road_servers
from field.gateways.overpass import Overpass
from field.gateways.road_book import RoadBook
from field.gateways.vault import Vault, read_keys
from field.store import tables as _tables  # noqa: F401 - so that the metadata is whole
from field.store.db import db
from web import login
from web.access import init_access
from web.api import basemap, care, document, guard, phone
from web.assets import ROOT, init_assets
from web.commands import accounts as account_commands
from web.commands import build_basemap, fetch_roads, import_cards, import_names, import_roads
from web.commands import campaign as campaign_commands
from web.commands import demo as demo_commands
from web.commands import plan as plan_commands
from web.commands import serve as serve_commands
from web.commands import worker as worker_commands
from web.compress import init_compress
from web.config import Config, read_config
from web.courier import pages as courier
from web.errors import init_errors
from web.family import asking as family_asking
from web.family import evenings as family_evenings
from web.family import tracking as family_tracking
from web.family.words import init_family
from web.headers import init_headers
from web.language import init_language
from web.limits import limiter
from web.logs import init_logs
from web.office import (
    accounts,
    addresses,
    areas,
    audit,
    bags,
    batches,
    blanks,
    booths,
    campaign_files,
    campaigns,
    cards,
    closing,
    closures,
    data,
    devices,
    evenings,
    fleet,
    home,
    jemput,
    jobs,
    maps,
    paper_results,
    people,
    plans,
    print_maps,
    printers,
    printing,
    reports,
    review,
    route_files,
    settings,
    speeds,
    today,
    tomorrow,
    trips_out,
)
from web.office import print as office_print
from web.office.menu import init_office
from web.typed import init_typed

MIGRATIONS = ROOT / "field/store/migrations"
MAX_BODY = 24 * 2**20
csrf = CSRFProtect()
PAGES = (
    login,
    home,
    accounts,
    plans,
    people,
    jobs,
    data,
    cards,
    addresses,
    today,
    trips_out,
    review,
    paper_results,
    bags,
    closing,
    closures,
    devices,
    reports,
    areas,
    audit,
    settings,
    speeds,
    maps,
    route_files,
    office_print,
    print_maps,
    printing,
    batches,
    printers,
    blanks,
    tomorrow,
    campaigns,
    campaign_files,
    jemput,
    evenings,
    booths,
    fleet,
    family_asking,
    family_tracking,
    family_evenings,
    courier,
    phone,
    basemap,
    care,
    document,
)
COMMANDS = (
    worker_commands.worker,
    worker_commands.run_job,
    worker_commands.cancel_job,
    account_commands.create,
    import_cards.command,
    import_roads.command,
    fetch_roads.command,
    import_names.command,
    build_basemap.command,
    plan_commands.plan,
    campaign_commands.campaign,
    demo_commands.load_demo,
    serve_commands.serve,
)


def create_app(config: Config | None = None, doors: Doors | None = None) -> Flask:
    """Build the app; tests hand in their own doors."""
    config = config or read_config()
    init_logs()
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY=config.secret_key,
        SQLALCHEMY_DATABASE_URI=config.database_url,
        # A failing statement must not carry a resident's values into the log.
        SQLALCHEMY_ENGINE_OPTIONS={"hide_parameters": True},
        MAX_CONTENT_LENGTH=MAX_BODY,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=config.https,
        PERMANENT_SESSION_LIFETIME=timedelta(days=30),
        WTF_CSRF_TIME_LIMIT=None,  # a form left open over lunch is still good
        INSTANCE=config.instance,
    )
    app.extensions["doors"] = doors or make_doors(config)
    db.init_app(app)
    Migrate(app, db, directory=str(MIGRATIONS), render_as_batch=True)
    csrf.init_app(app)
    limiter.init_app(app)
    init_headers(app)
    init_compress(app)
    init_language(app)
    init_errors(app)
    guard.init_guard(app)
    init_access(app)
    init_typed(app)
    init_assets(app)
    init_office(app)
    init_family(app)
    for module in PAGES:
        app.register_blueprint(module.blueprint)
    csrf.exempt(phone.blueprint)  # see its own header
    for command in COMMANDS:
        app.cli.add_command(command)
    return app


def make_doors(config: Config) -> Doors:
    """Open the real doors of an installation."""
    vault = Vault(read_keys(config.nik_keys), config.index_key.encode())
    return Doors(
        city=config.city,
        zone=config.zone,
        clock=SystemClock(),
        vault=vault,
        files=Files(config.instance / "files", vault),
        geocoders=open_geocoders(
            config.city, config.nominatim_url, config.photon_url, config.instance / "names"
        ),
        roads=RoadBook(
            config.city,
            config.instance / "roads",
            road_servers(config.osrm_url, config.valhalla_url, config.road_pairs),
            Overpass(config.overpass_url),
        ),
        basemap=BasemapShelf(config.city, config.instance / "basemap"),
        messages=open_messages(config.messages_url, config.messages_token),
    )
