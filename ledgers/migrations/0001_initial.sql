-- How the trail is indexed, sealed and guarded; see docs/decisions/0014-one-chained-trail.md. Applied by the migration
-- ledgers/0001_initial. `ledgers_guard_trail` is called again after each migration.

-- What an entry says: its own fields and all values of the row, as text in UTC; and its digest.
CREATE FUNCTION ledgers_entry_text(
    at timestamptz, source text, source_id bigint, subject text, object_key text, action text,
    user_id bigint, address inet, path text, request_id text, batch text, content jsonb
) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_array(at, source, source_id, subject, object_key, action, user_id, address,
        path, request_id, batch, content)::text
$$;
CREATE FUNCTION ledgers_entry_digest(
    at timestamptz, source text, source_id bigint, subject text, object_key text, action text,
    user_id bigint, address inet, path text, request_id text, batch text, content jsonb
) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT sha256(convert_to(ledgers_entry_text(at, source, source_id, subject, object_key, action,
        user_id, address, path, request_id, batch, content), 'UTF8'))
$$;

-- What a seal's digest is taken over: the seal before it, and its entries' digests in order.
CREATE FUNCTION ledgers_seal_digest(
    previous bytea, seq bigint, sealed_at timestamptz, entries bigint, content bytea
) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT sha256(previous || convert_to(jsonb_build_array(seq, sealed_at, entries)::text, 'UTF8')
                  || content)
$$;

-- The moment of sealing. A function of its own, so that tests of retention can stand in another year.
CREATE FUNCTION ledgers_moment() RETURNS timestamptz LANGUAGE sql VOLATILE AS
    'SELECT clock_timestamp()';

-- Entries of the event rows that one statement wrote.
CREATE FUNCTION ledgers_seal_events() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path FROM CURRENT SET timezone = 'UTC' AS $$
DECLARE
    told jsonb := nullif(current_setting('pghistory.context_metadata', true), '')::jsonb;
    who bigint := (told ->> 'user')::bigint;
    whence inet := (told ->> 'address')::inet;
    page text := left(coalesce(told ->> 'url', ''), 300);
    request text := left(coalesce(told ->> 'request', ''), 36);
    batch_mark text := left(coalesce(told ->> 'batch', ''), 80);
BEGIN
    WITH written AS (
        INSERT INTO ledgers_trailentry (xid, at, source, source_id, subject, object_key, action,
            user_id, address, path, request_id, batch, digest)
        SELECT txid_current(), n.pgh_created_at, TG_TABLE_NAME, n.pgh_id, TG_TABLE_NAME,
            n.pgh_obj_id::text, n.pgh_label, who, whence, page, request, batch_mark,
            ledgers_entry_digest(n.pgh_created_at, TG_TABLE_NAME, n.pgh_id, TG_TABLE_NAME,
                n.pgh_obj_id::text, n.pgh_label, who, whence, page, request, batch_mark,
                to_jsonb(n))
        FROM new_rows n ORDER BY n.pgh_id
        RETURNING id)
    INSERT INTO ledgers_trailpending (xid, first_entry)
        SELECT txid_current(), min(id) FROM written HAVING count(*) > 0
        ON CONFLICT (xid) DO NOTHING;
    RETURN NULL;
END $$;

-- Entries of the audit records that one statement wrote.
CREATE FUNCTION ledgers_seal_records() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path FROM CURRENT SET timezone = 'UTC' AS $$
BEGIN
    WITH about AS (
        SELECT n.*, to_jsonb(n) AS content,
            CASE n.model WHEN '' THEN '' ELSE lower(replace(n.model, '.', '_')) || 'event' END
            AS subject
        FROM new_rows n
    ), written AS (
        INSERT INTO ledgers_trailentry (xid, at, source, source_id, subject, object_key, action,
            user_id, address, path, request_id, batch, digest)
        SELECT txid_current(), at, TG_TABLE_NAME, id, left(subject, 63), object_key, kind, user_id,
            address, path, request_id, batch,
            ledgers_entry_digest(at, TG_TABLE_NAME, id, left(subject, 63), object_key, kind,
                user_id, address, path, request_id, batch, content)
        FROM about ORDER BY id
        RETURNING id)
    INSERT INTO ledgers_trailpending (xid, first_entry)
        SELECT txid_current(), min(id) FROM written HAVING count(*) > 0
        ON CONFLICT (xid) DO NOTHING;
    RETURN NULL;
END $$;

-- Closes the entries of a transaction when it commits. Twice deferred: the row's insert, checked
-- at the commit, only deletes it again, and that is checked in a second round, when every other
-- check of the transaction is over. So nothing can make the transaction wait while it holds the
-- lock on the chain's end, and writers cannot dead-lock.
CREATE FUNCTION ledgers_close_seal() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path FROM CURRENT SET timezone = 'UTC'
    SET plan_cache_mode = force_generic_plan AS $$
DECLARE
    made bigint; last_made bigint; content bytea; moment timestamptz;
    before_seq bigint; before_digest bytea;
BEGIN
    IF TG_OP = 'INSERT' THEN
        DELETE FROM ledgers_trailpending WHERE xid = NEW.xid;
        RETURN NULL;
    END IF;
    SELECT max(id) INTO last_made FROM ledgers_trailentry;
    SELECT count(*), max(id), sha256(string_agg(digest, ''::bytea ORDER BY id))
        INTO made, last_made, content
        FROM ledgers_trailentry WHERE id BETWEEN OLD.first_entry AND last_made AND xid = OLD.xid;
    IF made = 0 THEN RETURN NULL; END IF;
    PERFORM pg_advisory_xact_lock(hashtext('ledgers_trailseal'));
    SELECT seq, digest INTO before_seq, before_digest
        FROM ledgers_trailseal ORDER BY seq DESC LIMIT 1;
    IF NOT FOUND THEN
        SELECT seq, digest INTO before_seq, before_digest
            FROM ledgers_trailanchor ORDER BY seq DESC LIMIT 1;
    END IF;
    before_seq := coalesce(before_seq, 0);
    before_digest := coalesce(before_digest, sha256(''::bytea));
    moment := ledgers_moment();
    INSERT INTO ledgers_trailseal
        (seq, sealed_at, xid, first_entry, last_entry, entries, previous, digest)
        VALUES (before_seq + 1, moment, OLD.xid, OLD.first_entry, last_made, made, before_digest,
            ledgers_seal_digest(before_digest, before_seq + 1, moment, made, content));
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledgers_close AFTER INSERT OR DELETE ON ledgers_trailpending
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledgers_close_seal();

-- The trail is added to, nothing else. DELETE passes for the owner of the table in the transaction
-- that has set an anchor; what it took out is looked at afterwards (ledgers_look_at_removed).
-- TRUNCATE passes for the owner who says so: the tests empty their database that way.
CREATE FUNCTION ledgers_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    owner boolean := (SELECT pg_get_userbyid(relowner) = current_user FROM pg_class
                      WHERE oid = TG_RELID);
BEGIN
    IF owner AND TG_OP = 'TRUNCATE' AND current_setting('ledgers.emptying', true) = 'all' THEN
        RETURN NULL;
    END IF;
    IF owner AND TG_OP = 'DELETE' THEN
        IF EXISTS (SELECT FROM ledgers_trailanchor WHERE xid = txid_current()) THEN
            RETURN NULL;
        END IF;
    END IF;
    RAISE EXCEPTION 'ledgers: % on % is refused, the trail can only be added to', TG_OP,
        TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

-- What a DELETE took out must lie before the anchor: entries and seals by their seals, event rows
-- and audit records by having no entry any more.
CREATE FUNCTION ledgers_look_at_removed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    last_seq bigint := (SELECT max(seq) FROM ledgers_trailanchor WHERE xid = txid_current());
    wrong boolean;
BEGIN
    IF TG_TABLE_NAME = 'ledgers_trailseal' THEN
        SELECT EXISTS (SELECT FROM old_rows o WHERE o.seq > last_seq) INTO wrong;
    ELSIF TG_TABLE_NAME = 'ledgers_trailentry' THEN
        SELECT EXISTS (SELECT FROM old_rows o LEFT JOIN ledgers_trailseal s
            ON s.xid = o.xid AND o.id BETWEEN s.first_entry AND s.last_entry
            WHERE s.seq IS NULL OR s.seq > last_seq) INTO wrong;
    ELSIF TG_TABLE_NAME = 'ledgers_auditrecord' THEN
        SELECT EXISTS (SELECT FROM old_rows o JOIN ledgers_trailentry e
            ON e.source = TG_TABLE_NAME AND e.source_id = o.id) INTO wrong;
    ELSE
        SELECT EXISTS (SELECT FROM old_rows o JOIN ledgers_trailentry e
            ON e.subject = TG_TABLE_NAME AND e.source = TG_TABLE_NAME
            AND e.source_id = o.pgh_id) INTO wrong;
    END IF;
    IF wrong IS NOT FALSE THEN
        RAISE EXCEPTION 'ledgers: DELETE on % goes beyond the anchor %', TG_TABLE_NAME, last_seq
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NULL;
END $$;

-- An anchor names the last seal that may leave; all up to it must be older than six months.
CREATE FUNCTION ledgers_check_anchor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.xid := txid_current();
    NEW.made_at := now();
    IF NOT EXISTS (SELECT FROM ledgers_trailseal WHERE seq = NEW.seq AND digest = NEW.digest) THEN
        RAISE EXCEPTION 'ledgers: an anchor must name a seal with its digest';
    END IF;
    IF EXISTS (SELECT FROM ledgers_trailseal
               WHERE seq <= NEW.seq AND sealed_at > now() - interval '6 months') THEN
        RAISE EXCEPTION 'ledgers: the trail is kept for six months';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER ledgers_check BEFORE INSERT ON ledgers_trailanchor
    FOR EACH ROW EXECUTE FUNCTION ledgers_check_anchor();
CREATE TRIGGER ledgers_refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON ledgers_trailanchor
    EXECUTE FUNCTION ledgers_refuse();
CREATE TRIGGER ledgers_refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON ledgers_trailshape
    EXECUTE FUNCTION ledgers_refuse();

-- A context may be filled in by the request that it belongs to, not later and not by others.
CREATE FUNCTION ledgers_refuse_context() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.id::text = current_setting('pghistory.context_id', true) AND NEW.id = OLD.id
        AND OLD.created_at > now() - interval '1 day' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'ledgers: % on % is refused, the trail can only be added to', TG_OP,
        TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;

-- The tables whose rows are the trail itself, besides its index and its chain.
CREATE FUNCTION ledgers_trail_sources() RETURNS SETOF text LANGUAGE sql STABLE AS $$
    SELECT c.relname::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
        AND a.attname = 'pgh_label'
    UNION ALL SELECT 'ledgers_auditrecord'
$$;

CREATE FUNCTION ledgers_has_trigger(source text, trigger_name text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = source::regclass AND tgname = trigger_name)
$$;

-- Entries of the event rows that were there before the trail had an index; for once.
CREATE FUNCTION ledgers_seal_older(source text) RETURNS void LANGUAGE plpgsql
    SET timezone = 'UTC' AS $$
BEGIN
    EXECUTE format($query$
        WITH older AS (
            SELECT n.pgh_id, n.pgh_created_at AS at, n.pgh_obj_id::text AS key, n.pgh_label AS label,
                (c.metadata ->> 'user')::bigint AS who, (c.metadata ->> 'address')::inet AS whence,
                left(coalesce(c.metadata ->> 'url', ''), 300) AS page, to_jsonb(n) AS content
            FROM %1$I n LEFT JOIN pghistory_context c ON c.id = n.pgh_context_id
        ), written AS (
            INSERT INTO ledgers_trailentry (xid, at, source, source_id, subject, object_key, action,
                user_id, address, path, request_id, batch, digest)
            SELECT txid_current(), at, %1$L, pgh_id, %1$L, key, label, who, whence, page, '', '',
                ledgers_entry_digest(at, %1$L, pgh_id, %1$L, key, label, who, whence, page, '', '',
                    content)
            FROM older ORDER BY pgh_id RETURNING id)
        INSERT INTO ledgers_trailpending (xid, first_entry)
            SELECT txid_current(), min(id) FROM written HAVING count(*) > 0
            ON CONFLICT (xid) DO NOTHING$query$, source);
END $$;

-- Puts the triggers on every table of the trail that lacks them and notes each table's columns.
-- By the owner's role, after each migration; a second call changes nothing.
CREATE FUNCTION ledgers_guard_trail() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    guarded text; maker text; present jsonb;
BEGIN
    FOR guarded IN SELECT * FROM ledgers_trail_sources() LOOP
        IF NOT ledgers_has_trigger(guarded, 'ledgers_seal') THEN
            maker := CASE guarded WHEN 'ledgers_auditrecord' THEN 'ledgers_seal_records'
                ELSE 'ledgers_seal_events' END;
            EXECUTE format('CREATE TRIGGER ledgers_seal AFTER INSERT ON %I '
                'REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION %I()',
                guarded, maker);
            IF guarded <> 'ledgers_auditrecord' THEN
                PERFORM ledgers_seal_older(guarded);
            END IF;
        END IF;
        SELECT jsonb_agg(attname ORDER BY attname) INTO present FROM pg_attribute
            WHERE attrelid = guarded::regclass AND attnum > 0 AND NOT attisdropped;
        IF present IS DISTINCT FROM (SELECT s.columns FROM ledgers_trailshape s
            WHERE s.source = guarded ORDER BY s.id DESC LIMIT 1) THEN
            INSERT INTO ledgers_trailshape (source, columns, after_entry)
                VALUES (guarded, present, (SELECT coalesce(max(id), 0) FROM ledgers_trailentry));
        END IF;
    END LOOP;
    FOR guarded IN SELECT * FROM ledgers_trail_sources()
        UNION ALL VALUES ('ledgers_trailentry'), ('ledgers_trailseal') LOOP
        CONTINUE WHEN ledgers_has_trigger(guarded, 'ledgers_refuse');
        EXECUTE format('CREATE TRIGGER ledgers_refuse BEFORE UPDATE OR DELETE OR TRUNCATE ON %I '
            'EXECUTE FUNCTION ledgers_refuse()', guarded);
        EXECUTE format('CREATE TRIGGER ledgers_removed AFTER DELETE ON %I REFERENCING OLD TABLE '
            'AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION ledgers_look_at_removed()', guarded);
    END LOOP;
    IF NOT ledgers_has_trigger('pghistory_context', 'ledgers_refuse') THEN
        CREATE TRIGGER ledgers_refuse BEFORE DELETE OR TRUNCATE ON pghistory_context
            EXECUTE FUNCTION ledgers_refuse();
        CREATE TRIGGER ledgers_refuse_update BEFORE UPDATE ON pghistory_context
            FOR EACH ROW EXECUTE FUNCTION ledgers_refuse_context();
    END IF;
END $$;
