"""Where the data folder lies badly, the program says so once, when it opens."""


async def test_a_second_copy_in_the_folder_is_said_at_the_start(open_page, books):
    (books.folder.path / "caseload (conflicted copy).journal").touch()
    async with open_page(books, size=(120, 40)) as page:
        assert "A second copy lies in the data folder" in page.text
        await page.press("down")
        assert "A second copy" not in page.text


async def test_a_synced_folder_is_said_at_the_start(open_page, books):
    (books.folder.path / ".stfolder").mkdir()
    async with open_page(books, size=(120, 40)) as page:
        assert "that Syncthing keeps in step" in page.text


async def test_a_folder_that_lies_well_is_not_spoken_of(open_page, books):
    async with open_page(books) as page:
        assert "data folder" not in page.text
