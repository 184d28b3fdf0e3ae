# The service, as it runs: no root, no shell, no pip, nothing written but /tmp and /state. docs/service.md says how to run it.
FROM python:3.11-slim-bookworm AS build
WORKDIR /src
COPY requirements.lock ./
RUN python -m venv /venv && /venv/bin/python -m pip install --no-cache-dir --require-hashes --no-deps -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY service service
COPY prompts prompts
COPY eval eval
RUN /venv/bin/python -m pip wheel --no-deps --no-build-isolation --wheel-dir /wheels . \
    && /venv/bin/python -m pip install --no-cache-dir --no-deps /wheels/*.whl \
    && /venv/bin/python -m pip uninstall --yes hatchling editables setuptools pip \
    && mkdir /state

# Debian 12 with its Python 3.11 and the libraries that wheels need, and nothing else.
FROM gcr.io/distroless/python3-debian12
COPY --from=build /venv/lib/python3.11/site-packages /app
COPY --from=build --chown=10001:10001 /state /state
# A path that Python is told is searched for no .pth file; with PYTHONSAFEPATH nothing in /tmp is taken for a module.
ENV PYTHONPATH=/app \
    PYTHONSAFEPATH=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    XDG_STATE_HOME=/state \
    UNBLAND_HOST=0.0.0.0 \
    UNBLAND_REQUIRE_KEYS=true \
    UNBLAND_PORT=8080
USER 10001:10001
WORKDIR /tmp
VOLUME /state
EXPOSE 8080
HEALTHCHECK --interval=60s --timeout=15s --start-period=30s CMD ["/usr/bin/python3.11", "-m", "unbland", "doctor", "--running"]
ENTRYPOINT ["/usr/bin/python3.11", "-m", "unbland"]
CMD ["serve"]
