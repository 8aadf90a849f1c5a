-- What was rated, beside the rating: results are read by kind without opening every record that was rated.
alter table rating add column about_type text;
update rating t set about_type = r.type from record r where r.id = t.about_id;

-- From when a model's target counts; a request keeps what its model said when it was asked for.
alter table request_model add column target_from text not null default 'submitted';
alter table service_request add column target_from text not null default 'submitted';

-- What is asked as label and value, each in both languages: an approver who may not open the record decides by it.
alter table approval add column facts jsonb not null default '[]' check (jsonb_typeof(facts) = 'array');
-- Nobody could be found who decides in the place of an approver who is no longer there; told once.
alter table approval_step add column flagged_at timestamptz;
