-- What a check says names streams of any office: requests have no business there.
revoke select on pst.log_check from pst_app;
