window.YTD.direct_messages.part0 = [
 {
  "dmConversation": {
   "conversationId": "55-66",
   "messages": [
    {
     "messageCreate": {
      "recipientId": "66",
      "reactions": [],
      "urls": [],
      "text": "Because I was tired.",
      "mediaUrls": [],
      "senderId": "55",
      "id": "3",
      "createdAt": "2019-09-04T13:53:55.123Z"
     }
    },
    {
     "messageCreate": {
      "recipientId": "55",
      "reactions": [],
      "urls": [],
      "text": "Why did you leave?",
      "mediaUrls": [
       "https://ton.example/1.jpg"
      ],
      "senderId": "66",
      "id": "2",
      "createdAt": "2019-09-04T13:52:55.123Z"
     }
    },
    {
     "joinConversation": {
      "initiatingUserId": "66",
      "participantsSnapshot": [
       "55",
       "66"
      ],
      "createdAt": "2019-09-04T13:51:00.000Z"
     }
    }
   ]
  }
 },
 {
  "dmConversation": {
   "conversationId": "55-67",
   "messages": [
    {
     "messageCreate": {
      "recipientId": "55",
      "text": "Hello",
      "senderId": "67",
      "id": "9",
      "createdAt": "2019-10-04T13:52:55.123Z"
     }
    }
   ]
  }
 }
]
