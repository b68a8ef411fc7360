#!/bin/sh
# First start only: one database and one user for each of the two servers, and neither user may enter the other's database.
set -eu

psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres <<'SQL'
\getenv keycloak_password KEYCLOAK_DB_PASSWORD
\getenv store_password FHIR_STORE_DB_PASSWORD
CREATE ROLE keycloak LOGIN PASSWORD :'keycloak_password';
CREATE ROLE fhir_store LOGIN PASSWORD :'store_password';
CREATE DATABASE keycloak OWNER keycloak;
CREATE DATABASE fhir_store OWNER fhir_store;
REVOKE CONNECT ON DATABASE keycloak, fhir_store, postgres FROM PUBLIC;
SQL
