window.YTD.tweets.part0 = [
 {
  "tweet": {
   "edit_info": {},
   "retweeted": false,
   "id": "1001",
   "id_str": "1001",
   "full_text": "I left the Circle &amp; I am well https://t.co/abcdefghij",
   "created_at": "Wed Sep 04 13:51:55 +0000 2019",
   "lang": "en",
   "entities": {
    "urls": [
     {
      "url": "https://t.co/abcdefghij",
      "expanded_url": "https://fen.example/why",
      "display_url": "fen.example/why"
     }
    ]
   },
   "favorite_count": "1",
   "truncated": false
  }
 },
 {
  "tweet": {
   "edit_info": {},
   "retweeted": false,
   "id": "1002",
   "id_str": "1002",
   "full_text": "RT @keeper_ash: The lamp goes out for those who sleep.",
   "created_at": "Wed Sep 04 13:51:55 +0000 2019",
   "lang": "en",
   "entities": {
    "hashtags": [],
    "urls": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "truncated": false
  }
 },
 {
  "tweet": {
   "edit_info": {},
   "retweeted": false,
   "id": "1003",
   "id_str": "1003",
   "full_text": "@keeper_ash Is that so?",
   "created_at": "Wed Sep 04 13:51:55 +0000 2019",
   "lang": "en",
   "entities": {
    "hashtags": [],
    "urls": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "truncated": false,
   "in_reply_to_status_id_str": "990",
   "in_reply_to_status_id": "990",
   "in_reply_to_screen_name": "keeper_ash"
  }
 },
 {
  "tweet": {
   "edit_info": {},
   "retweeted": false,
   "id": "1004",
   "id_str": "1004",
   "full_text": "He still says it: RT @keeper_ash Nobody leaves.",
   "created_at": "Wed Sep 04 13:51:55 +0000 2019",
   "lang": "en",
   "entities": {
    "hashtags": [],
    "urls": [],
    "user_mentions": []
   },
   "favorite_count": "1",
   "truncated": false
  }
 }
]
