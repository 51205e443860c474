# The portal in a container: built once, run by a user of its own, nothing secret inside.
FROM node:22-slim AS build
WORKDIR /portal
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN node scripts/build.mjs

FROM node:22-slim
WORKDIR /portal
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 DATA_DIR=/data PORT=3000
# curl is not in this image; the health check asks with Node.
COPY --from=build --chown=root:root /portal /portal
RUN groupadd --system --gid 10001 portal && useradd --system --uid 10001 --gid portal --home-dir /data --shell /usr/sbin/nologin portal \
 && mkdir -p /data && chown portal:portal /data && chmod 700 /data
USER portal
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=6s --start-period=120s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.PORT||3000)+'/readyz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "scripts/server.mjs"]
