comment on table identity.guest_code is
    'Telephone number and code as one keyed hash; the key is a row of launch.secret, which the program''s role cannot read.';
