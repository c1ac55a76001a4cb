# The program without a database of its own; docker-compose.yml sets one beside it. Not built by our tests, which have no Docker.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
RUN apt-get update && apt-get install -y --no-install-recommends nodejs npm && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY global.json Directory.Build.props Directory.Build.targets Directory.Packages.props package.json package-lock.json .npmrc Pst.sln ./
COPY src src
RUN dotnet publish src/Pst.Web --configuration Release --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS runtime

# Debian, because Chromium is a package there; .NET's own images are Ubuntu, where it is a snap.
FROM debian:trixie-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates chromium curl espeak-ng libicu76 libssl3t64 qpdf tzdata \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --create-home pst \
    && install --directory --owner=pst --mode=0700 /data
COPY --from=runtime /usr/share/dotnet /usr/share/dotnet
COPY --from=build /app /app
USER pst
WORKDIR /app
ENV ASPNETCORE_URLS=http://+:8080 Pst__DataDirectory=/data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --start-period=30s CMD curl --fail --silent --output /dev/null http://localhost:8080/health/ready
ENTRYPOINT ["/usr/share/dotnet/dotnet", "Pst.Web.dll"]
CMD ["up"]
