-- Where mails to somebody who works here go; they say it themselves. Null: none are sent.
alter table identity.person add column email text;
