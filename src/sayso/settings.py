"""Settings: from the command line, else SAYSO_… in the environment, else sayso.toml in the folder, else these."""

from __future__ import annotations

from pathlib import Path

from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource


class Settings(BaseSettings):
    """What a project folder may fix for all its commands."""

    model_config = SettingsConfigDict(env_prefix="SAYSO_", toml_file="sayso.toml", extra="ignore")

    store: Path = Path("sayso.db")
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
