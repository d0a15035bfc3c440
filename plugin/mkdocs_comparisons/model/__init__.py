"""The things that this project is about, as frozen data; nothing here knows files, pages or hosts."""
