window.YTD.account.part0 = [ {
  "account" : {
    "email" : "x@fen.example",
    "username" : "pip_of_the_fen",
    "accountId" : "55",
    "accountDisplayName" : "Pip"
  }
} ]
