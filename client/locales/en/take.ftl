# Taking the record away as a file: the list on its page.

take-pdf = PDF, to print or send
take-word = Word, to work on
take-markdown = Plain text (Markdown)
take-page = Web page, to keep or print
take-csv = Table for Excel (CSV)
take-json = Data (JSON)
take-ranking = Rankings (PrefLib): { $title }
take-form = One-page sheet (PDF): { $title }
take-message = Message for the family (PDF)
take-message-word = Message for the family (Word)
take-calendar = Dates for your calendar
take-more = More kinds of file
take-whose = Whose copy?
take-whose-all = The family’s
take-whose-professionals = Professionals’
take-whose-restricted = Ours, with everything
take-so-far = The meeting is not over. A file says how things stand now.
