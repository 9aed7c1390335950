namespace NeuralNotebooks.Classroom.Tests.Students;

public sealed class FolderNamesTests
{
    [Theory]
    [Cases("grades.csv", "Index.html", "feedback", "a:b", "a*b")]
    public void An_id_that_is_not_a_valid_folder_name_is_replaced_by_a_unique_one(string id)
    {
        string name = FolderNames.Of(id);

        Assert.Matches(@"^[\w.-]+-[0-9a-f]{8}$", name);
        Assert.NotEqual(FolderNames.Of("a?b"), name);
        Assert.Equal(name, FolderNames.Of(name));
    }

    /// <summary>The names are those of Microsoft's documentation of file names.</summary>
    [Theory]
    [Cases("con", "NUL", "aux", "Prn", "com1", "LPT9", "com¹", "nul.tar.gz", "con .txt", "CONIN$", "ada.", "ada. ")]
    public void A_name_that_Windows_cannot_have_is_replaced(string id)
    {
        string name = FolderNames.Of(id);

        Assert.DoesNotMatch(@"(?i)^(con|prn|aux|nul|com\w|lpt\w|conin\$) *(\.|$)|[. ]$", name);
        Assert.Matches("-[0-9a-f]{8}$", name);
    }

    [Theory]
    [Cases("console", "nullable", "com10", "ada.lovelace", "Ada Lovelace_1234", "Jörg", "-", "lpt")]
    public void Any_other_name_is_kept(string id) => Assert.Equal(id, FolderNames.Of(id));

    [Fact]
    public void A_long_id_is_shortened_and_still_differs_from_others()
    {
        string emoji = string.Concat(Enumerable.Repeat("🧠", 80));

        string one = FolderNames.Of(emoji), other = FolderNames.Of(emoji + "a");

        Assert.InRange(Encoding.UTF8.GetByteCount(one), 80, 120);
        Assert.NotEqual(one, other);
        Assert.Equal("Ada Lovelace_1234", FolderNames.Of(" Ada Lovelace_1234"));
    }

    /// <summary>The ids are separated by bars; the first keeps its name.</summary>
    [Theory]
    [Cases("ada|Ada|ADA", "ADA|Ada", "ada|ada |\tada", "strasse|straße|STRASSE", "fi|ﬁ|FI", "k|\u212A|K", "é|É")]
    public void Names_that_a_file_system_may_not_distinguish_are_made_different(string said)
    {
        StudentId[] ids = Ids(said.Split('|'));
        FolderNames names = new(ids.Reverse());

        Assert.Equal(ids[0].Text, names[ids[0]]);
        Assert.Equal(ids.Length, ids.Select(id => names[id]).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(ids[1..], id => Assert.Matches(@"^[^\s].*-[0-9a-f]{8}$", names[id]));
    }

    [Fact]
    public void An_id_that_equals_anothers_replaced_name_keeps_it()
    {
        string same = FolderNames.Of("con");
        StudentId[] ids = Ids("con", same, same.ToUpperInvariant());
        FolderNames names = new(ids);

        Assert.Equal(same, names[ids[1]]);
        Assert.Equal(3, ids.Select(id => names[id].ToLowerInvariant()).Distinct().Count());
    }

    [Fact]
    public void A_student_of_the_class_list_keeps_the_name_whoever_submits()
    {
        FolderNames names = new(Ids("Ada"), Ids("ada", "Ada"));

        Assert.Equal("Ada", names[new("Ada")]);
        Assert.StartsWith("ada-", names[new("ada")]);
    }

    private static StudentId[] Ids(params string[] ids) => [.. ids.Select(id => new StudentId(id))];
}
