-- Where too little was seen, the trend was written down as steady.
UPDATE `placement` SET `detail` = json_set(`detail`, '$.momentum.trend', NULL) WHERE `detail` ->> '$.momentum.value' IS NULL;
