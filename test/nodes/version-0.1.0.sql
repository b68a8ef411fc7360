-- The extension's two tables as version 0.1.0 left them (pg_dump --column-inserts of PostgreSQL 15, without its comments).
-- One member, one app, three authorizations: allowed and stopped, allowed and replaced, allowed and current.

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.databasechangelog_member_aut (
    id character varying(255) NOT NULL,
    author character varying(255) NOT NULL,
    filename character varying(255) NOT NULL,
    dateexecuted timestamp without time zone NOT NULL,
    orderexecuted integer NOT NULL,
    exectype character varying(10) NOT NULL,
    md5sum character varying(35),
    description character varying(255),
    comments character varying(255),
    tag character varying(255),
    liquibase character varying(20),
    contexts character varying(255),
    labels character varying(255),
    deployment_id character varying(10)
);

CREATE TABLE public.member_authorization (
    id character varying(36) NOT NULL,
    revision integer NOT NULL,
    realm_id character varying(255) NOT NULL,
    client_id character varying(255) NOT NULL,
    user_id character varying(255) NOT NULL,
    patient_id character varying(255) NOT NULL,
    relationship character varying(64) NOT NULL,
    state character varying(32) NOT NULL,
    requested_scope text NOT NULL,
    granted_scope text NOT NULL,
    resource_types text NOT NULL,
    sharing_mode character varying(32) NOT NULL,
    shared character varying(1024) NOT NULL,
    categories_version character varying(64) NOT NULL,
    screen_version character varying(64) NOT NULL,
    language character varying(35) NOT NULL,
    duration character varying(32) NOT NULL,
    created bigint NOT NULL,
    until bigint,
    consent_created bigint NOT NULL,
    actor character varying(255) NOT NULL,
    at bigint NOT NULL,
    reason character varying(255) NOT NULL
);

INSERT INTO public.databasechangelog_member_aut (id, author, filename, dateexecuted, orderexecuted, exectype, md5sum, description, comments, tag, liquibase, contexts, labels, deployment_id) VALUES ('member-authorization-1', 'member-authorization', 'META-INF/member-authorization-changelog.xml', '2026-11-24 01:29:52.64413', 1, 'EXECUTED', '9:0178f851567b427b3b8e80268c2045d0', 'createTable tableName=MEMBER_AUTHORIZATION; addPrimaryKey constraintName=CONSTRAINT_MEMBER_AUTHORIZATION, tableName=MEMBER_AUTHORIZATION; createIndex indexName=IDX_MEMBER_AUTHORIZATION_USER_CLIENT, tableName=MEMBER_AUTHORIZATION', '', NULL, '4.33.0', NULL, NULL, '5483784084');

INSERT INTO public.member_authorization (id, revision, realm_id, client_id, user_id, patient_id, relationship, state, requested_scope, granted_scope, resource_types, sharing_mode, shared, categories_version, screen_version, language, duration, created, until, consent_created, actor, at, reason) VALUES ('b8d70fcb-5314-46b7-a756-33f1c7c2a9d2', 1, '0b504c72-a019-48b6-ac1b-cb5d89ec765d', 'a8116ced-3b2a-4d3e-bba9-2998de7953f5', '64eb7957-6509-4977-b57b-2c8b0aba971e', 'patient-mary', 'self', 'current', 'launch/patient patient/Condition.rs patient/Observation.rs', 'patient/Observation.rs launch/patient patient/Condition.rs', 'Condition Observation', 'everything', 'PSY SUD HIV STD SEX SDV GDIS COGN DEMO', '2026-11-23', '1', 'en', 'P1Y', 1795483825423, 1827019825423, 1795483825429, '64eb7957-6509-4977-b57b-2c8b0aba971e', 1795483825423, 'allowed');
INSERT INTO public.member_authorization (id, revision, realm_id, client_id, user_id, patient_id, relationship, state, requested_scope, granted_scope, resource_types, sharing_mode, shared, categories_version, screen_version, language, duration, created, until, consent_created, actor, at, reason) VALUES ('b8d70fcb-5314-46b7-a756-33f1c7c2a9d2', 2, '0b504c72-a019-48b6-ac1b-cb5d89ec765d', 'a8116ced-3b2a-4d3e-bba9-2998de7953f5', '64eb7957-6509-4977-b57b-2c8b0aba971e', 'patient-mary', 'self', 'stopped', 'launch/patient patient/Condition.rs patient/Observation.rs', 'patient/Observation.rs launch/patient patient/Condition.rs', 'Condition Observation', 'everything', 'PSY SUD HIV STD SEX SDV GDIS COGN DEMO', '2026-11-23', '1', 'en', 'P1Y', 1795483825423, 1827019825423, 1795483825429, '64eb7957-6509-4977-b57b-2c8b0aba971e', 1795483826306, 'consent-revoked');
INSERT INTO public.member_authorization (id, revision, realm_id, client_id, user_id, patient_id, relationship, state, requested_scope, granted_scope, resource_types, sharing_mode, shared, categories_version, screen_version, language, duration, created, until, consent_created, actor, at, reason) VALUES ('197cc95d-7227-414c-a50b-cd87ab42b403', 1, '0b504c72-a019-48b6-ac1b-cb5d89ec765d', 'a8116ced-3b2a-4d3e-bba9-2998de7953f5', '64eb7957-6509-4977-b57b-2c8b0aba971e', 'patient-mary', 'self', 'current', 'launch/patient patient/Condition.rs patient/Observation.rs', 'patient/Observation.rs launch/patient patient/Condition.rs', 'Condition Observation', 'all-but-sensitive', 'DEMO', '2026-11-23', '1', 'en', 'P1Y', 1795483826305, 1827019826305, 1795483826307, '64eb7957-6509-4977-b57b-2c8b0aba971e', 1795483826305, 'allowed');
INSERT INTO public.member_authorization (id, revision, realm_id, client_id, user_id, patient_id, relationship, state, requested_scope, granted_scope, resource_types, sharing_mode, shared, categories_version, screen_version, language, duration, created, until, consent_created, actor, at, reason) VALUES ('197cc95d-7227-414c-a50b-cd87ab42b403', 2, '0b504c72-a019-48b6-ac1b-cb5d89ec765d', 'a8116ced-3b2a-4d3e-bba9-2998de7953f5', '64eb7957-6509-4977-b57b-2c8b0aba971e', 'patient-mary', 'self', 'replaced', 'launch/patient patient/Condition.rs patient/Observation.rs', 'patient/Observation.rs launch/patient patient/Condition.rs', 'Condition Observation', 'all-but-sensitive', 'DEMO', '2026-11-23', '1', 'en', 'P1Y', 1795483826305, 1827019826305, 1795483826307, '64eb7957-6509-4977-b57b-2c8b0aba971e', 1795483826692, 'allowed-again');
INSERT INTO public.member_authorization (id, revision, realm_id, client_id, user_id, patient_id, relationship, state, requested_scope, granted_scope, resource_types, sharing_mode, shared, categories_version, screen_version, language, duration, created, until, consent_created, actor, at, reason) VALUES ('ab63c001-ce2c-4a31-bdc9-5c8076b21c5e', 1, '0b504c72-a019-48b6-ac1b-cb5d89ec765d', 'a8116ced-3b2a-4d3e-bba9-2998de7953f5', '64eb7957-6509-4977-b57b-2c8b0aba971e', 'patient-mary', 'self', 'current', 'launch/patient patient/Condition.rs patient/Observation.rs', 'launch/patient patient/Condition.rs', 'Condition Observation', 'chosen', 'DEMO', '2026-11-23', '1', 'en', 'until-stopped', 1795483826691, NULL, 1795483826307, '64eb7957-6509-4977-b57b-2c8b0aba971e', 1795483826691, 'allowed');

ALTER TABLE ONLY public.member_authorization
    ADD CONSTRAINT constraint_member_authorization PRIMARY KEY (id, revision);

CREATE INDEX idx_member_authorization_user_client ON public.member_authorization USING btree (user_id, client_id);
