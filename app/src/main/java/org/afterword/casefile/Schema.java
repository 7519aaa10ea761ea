package org.afterword.casefile;

/**
 * The tables that the log is folded into. Never stored but as a snapshot, so a new version just folds anew: raise it
 * also with every new kind of entry or decision, so that no older program trusts a snapshot that hides one from it.
 */
final class Schema {
    static final int VERSION = 12;

    static final String SQL = """
            create table party (seq integer primary key, id blob unique not null, name text not null,
                baseline integer not null);
            create table exhibit (seq integer primary key, id blob unique not null, name text not null,
                sha256 blob unique not null, size integer not null, added text not null, party blob,
                item blob not null, entry integer not null);
            create table place (seq integer primary key, exhibit blob not null, name text not null);
            create index place_exhibit on place (exhibit);
            create index place_name on place (name);
            create table reading (seq integer primary key, exhibit blob unique not null, reader text not null,
                items text not null, accounts integer not null, parts integer not null,
                warnings text not null, balance text);
            create table known (seq integer primary key, id blob not null);
            create table account (seq integer primary key, number integer unique not null, exhibit blob not null,
                item blob not null, offset integer not null, place integer not null, beginning blob,
                party blob, title text not null, opening text not null, maker text, written text);
            create index account_beginning on account (beginning);
            create index account_exhibit on account (exhibit);
            create table speaker (seq integer primary key, id blob not null, exhibit blob not null,
                name text not null);
            create index speaker_exhibit on speaker (exhibit);
            create index speaker_id on speaker (id);
            create table capture (seq integer primary key, url text not null, at text not null,
                exhibits text not null, item blob not null);
            create table identity (seq integer primary key, id blob unique not null, kind text not null,
                name text not null, finder text not null);
            create table mention (seq integer primary key, identity blob not null, account integer not null,
                start integer not null, end integer not null, text text not null, finder text not null,
                score real not null);
            create index mention_account on mention (account);
            create table pass (account integer not null, maker text not null, primary key (account, maker))
                without rowid;
            create table suggestion (seq integer primary key, id blob unique not null, target blob not null,
                kind text not null, body text not null);
            create index suggestion_target on suggestion (target);
            create index suggestion_kind on suggestion (kind);
            create table decision (seq integer primary key, id blob unique not null, target blob not null,
                aspect text not null, verdict text not null, reason text not null, maker text not null,
                alone text not null, at text not null, together blob, under text,
                adjudicates integer not null, came integer not null, undone integer not null default 0);
            create index decision_target on decision (target, aspect, undone, seq);
            create index decision_aspect on decision (aspect);
            create table stamp (seq integer primary key, size integer not null, item blob not null,
                authority text not null, at text not null);
            create table codebook (seq integer primary key, id text not null, version text not null,
                yaml text not null, at text not null, unique (id, version));
            create table import (seq integer primary key, item blob not null);
            create table embedded (seq integer primary key, item blob not null, model blob not null);
            create table erasure (entry integer primary key, decision integer not null);
            create table gone (item blob primary key, entry integer not null) without rowid;
            create table setting (name text primary key, value text not null) without rowid;
            create table letter (entry integer primary key);
            create table plan (seq integer primary key, body text not null);
            create table seen (decision blob not null, before blob not null, primary key (decision, before))
                without rowid;
            create view told as select account.*, id from account join known on known.seq = account.number;
            create view held as select * from decision d where undone = 0 and not exists (
                select 1 from decision l where l.target = d.target and l.aspect = d.aspect and l.undone = 0
                    and l.seq > d.seq and l.alone = d.alone
                    and (l.came = 0 or exists (select 1 from seen where decision = l.id and before = d.id)));
            """;

    private Schema() {}
}
