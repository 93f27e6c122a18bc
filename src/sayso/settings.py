"""Settings: from the command line, else SAYSO_… in the environment, else sayso.toml in the folder, else these."""

from __future__ import annotations

import tomllib
from pathlib import Path

from pydantic import ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from sayso.errors import UsageError
from sayso.models.catalogue import Profile

FILE = "sayso.toml"


class Settings(BaseSettings):
    """What a project folder may fix for all its commands. A name in the file that is no setting is refused."""

    model_config = SettingsConfigDict(env_prefix="SAYSO_", toml_file=FILE, extra="forbid", env_ignore_empty=True)

    store: Path = Path("sayso.db")
    profile: Profile = "accurate"
    """The trained models that are asked: `fast` is about twice as fast and finds somewhat less."""
    largest: int = 50_000_000
    """Files with more bytes than this are refused."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The order in which a value is looked for."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def settings() -> Settings:
    """The settings that hold here. Raises UsageError where one of them cannot be understood."""
    try:
        return Settings()
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg'].lower()}" for e in error.errors())
        known = ", ".join(Settings.model_fields)
        raise UsageError(f"a setting in {FILE} or SAYSO_… is wrong ({faults}); the settings are {known}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{FILE} is no TOML: {error}") from error
