"""The settings: what an operator sets through the environment, read by `bootstrap` alone."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Everything that can be set; the variables of the model keep the names that every client of it knows."""

    model_config = SettingsConfigDict(
        env_prefix="UNBLAND_",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        populate_by_name=True,
    )

    openai_api_key: SecretStr | None = Field(
        default=None,
        validation_alias="OPENAI_API_KEY",
        description="The key for the model; without a key and a base URL the editor engine writes.",
    )
    openai_base_url: str | None = Field(
        default=None,
        validation_alias="OPENAI_BASE_URL",
        pattern=r"^https?://[^\s/]+",
        description="Where an OpenAI-compatible server of your own listens, such as http://localhost:8000/v1.",
    )
    engine: Literal["auto", "editor", "llm"] = Field(
        default="auto",
        description="Who writes: auto asks a model where one is set, editor never does, llm will not do without.",
    )
    model: str = Field(
        default="gpt-5.4-mini",
        min_length=1,
        description="The model that writes; a small one without reasoning invents least.",
    )
    fallback_model: str | None = Field(
        default=None,
        min_length=1,
        description="The model that is asked, at the same endpoint, when the one that writes fails for good.",
    )
    verifier_model: str | None = Field(
        default=None,
        min_length=1,
        description="The model that may settle what the guard doubts, best of another family; unset: nothing may.",
    )
    judge_model: str | None = Field(
        default=None,
        min_length=1,
        description="The model that `unbland eval judge` asks, best of another family than the one that writes.",
    )
    temperature: float | None = Field(
        default=None,
        ge=0,
        le=2,
        description="How freely the model words things; 0 keeps closest to the sources, and not every model takes it.",
    )
    deadline_seconds: float = Field(
        default=25,
        gt=0,
        le=600,
        allow_inf_nan=False,
        description="How long the model may take for one posting, repairs included; then the editor engine writes.",
    )
    mask_personal: bool = Field(
        default=False,
        description="Whether models see placeholders in place of mail addresses, telephone numbers, ids and names.",
    )
    tracing: bool = Field(
        default=False,
        description="Whether calls to the model are traced with LangSmith; traces hold drafts and facts.",
    )
    max_draft_bytes: int = Field(
        default=400_000,
        ge=1_000,
        le=10_000_000,
        description="The largest draft that is read, markup included; a request may be twice as large.",
    )
    host: str = Field(default="127.0.0.1", min_length=1, description="The address that `unbland serve` listens on.")
    port: int = Field(default=8080, ge=0, le=65535, description="The port that `unbland serve` listens on; 0: any.")
    require_keys: bool = Field(
        default=False,
        description="Whether callers need a key; a service that others can reach does not start without.",
    )
    requests_per_minute: int = Field(
        default=600, ge=0, le=1_000_000, description="How many requests a tenant may make a minute; 0: any number."
    )
    tokens_per_day: int = Field(
        default=0, ge=0, description="How many tokens of models a tenant may use a day (UTC); 0: any number."
    )
    cost_per_day: float = Field(
        default=0,
        ge=0,
        allow_inf_nan=False,
        description="How many US dollars a tenant may spend on models a day (UTC), at list prices; 0: any sum.",
    )
    under_way_per_tenant: int = Field(
        default=0, ge=0, description="How many rewrites of a tenant may wait or be under way at a time; 0: any number."
    )
    database_url: str | None = Field(
        default=None,
        description="Where rewrites last: sqlite:///file.db or postgresql://user@host/name; unset: a file of ours.",
    )
    at_once: int = Field(default=8, ge=1, le=1000, description="How many rewrites are under way at a time.")
    serve_works: bool = Field(
        default=True, description="Whether the service does the work itself, where workers could (PostgreSQL)."
    )
    retention_days: float = Field(
        default=30, gt=0, le=3650, description="Days after which a finished rewrite is deleted, its texts with it."
    )
    drain_seconds: float = Field(
        default=30, ge=0, le=600, description="How long a service that is told to stop lets rewrites end."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="The least severe event that is logged; no level logs drafts or keys."
    )

    @property
    def has_model(self) -> bool:
        """Whether a model is set."""
        return self.openai_api_key is not None or self.openai_base_url is not None


class SealSettings(BaseSettings):
    """What seals the secrets that the database keeps."""

    model_config = SettingsConfigDict(env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True)

    encryption_key: SecretStr | None = Field(
        default=None,
        validation_alias="UNBLAND_ENCRYPTION_KEY",
        description="Seals tokens and webhook secrets in the database; several, a comma between: the first one seals.",
    )
    earlier_key: SecretStr | None = Field(
        default=None,
        validation_alias="UNBLAND_SLACK_ENCRYPTION_KEY",
        description="What the key was called when only Slack's tokens were sealed; it opens what it sealed.",
    )


class SlackSettings(BaseSettings):
    """What makes us an app to Slack; without a signing secret and an app token there is no Slack."""

    model_config = SettingsConfigDict(
        env_prefix="UNBLAND_SLACK_", env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    signing_secret: SecretStr | None = Field(
        default=None, min_length=1, description="What Slack signs its requests with, of the app's basic information."
    )
    client_id: str = Field(default="", description="The app's client id, where several workspaces install it.")
    client_secret: SecretStr | None = Field(default=None, description="The app's client secret, beside the client id.")
    bot_token: SecretStr | None = Field(
        default=None, description="The bot token (xoxb-…), where the app serves one workspace."
    )
    app_token: SecretStr | None = Field(
        default=None, description="The app-level token (xapp-…) for Socket Mode, where Slack cannot reach the service."
    )
    public_url: str = Field(
        default="",
        pattern=r"^(https?://\S+)?$",
        description="Where Slack and people reach the service, for installing.",
    )
    api_url: str = Field(default="", description="Another address for Slack's interface, such as a proxy of yours.")

    @property
    def is_set(self) -> bool:
        """Whether there is a Slack."""
        return self.signing_secret is not None or self.app_token is not None


class MattermostSettings(BaseSettings):
    """What a Mattermost server knows us by; without a URL there is no Mattermost."""

    model_config = SettingsConfigDict(
        env_prefix="UNBLAND_MATTERMOST_", env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    url: str = Field(default="", pattern=r"^(https?://\S+)?$", description="Where the Mattermost server is.")
    bot_token: SecretStr | None = Field(default=None, description="The access token of the bot that posts.")
    command_tokens: SecretStr | None = Field(
        default=None, description="The tokens of the slash commands that may call, a comma between."
    )

    @property
    def is_set(self) -> bool:
        """Whether there is a Mattermost."""
        return bool(self.url) and self.bot_token is not None and self.command_tokens is not None


class ConnectorSettings(BaseSettings):
    """The keys of applicant tracking systems, each of one company's account; a system without a key is not asked."""

    model_config = SettingsConfigDict(
        env_prefix="UNBLAND_", env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    greenhouse_client_id: SecretStr | None = Field(
        default=None, description="The client id of a Harvest v3 credential of your own."
    )
    greenhouse_client_secret: SecretStr | None = Field(default=None, description="The secret that belongs to it.")
    greenhouse_user_id: str | None = Field(
        default=None, pattern=r"^[0-9]{1,20}$", description="The user in whose name Greenhouse notes the changes."
    )
    greenhouse_webhook_secret: SecretStr | None = Field(default=None, description="What Greenhouse signs events with.")
    lever_api_key: SecretStr | None = Field(default=None, description="A key of Lever's Data API.")
    lever_perform_as: str | None = Field(
        default=None, pattern=r"^[0-9A-Za-z-]{1,64}$", description="The id of the user in whose name Lever writes."
    )
    lever_eu: bool = Field(default=False, description="Whether the account is on Lever's European instance.")
    ashby_api_key: SecretStr | None = Field(
        default=None, description="A key of Ashby with jobsRead, and jobsWrite for writing back."
    )
    ashby_webhook_secret: SecretStr | None = Field(default=None, description="What Ashby signs events with.")
