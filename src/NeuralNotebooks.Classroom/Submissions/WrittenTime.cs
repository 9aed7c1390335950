namespace NeuralNotebooks.Classroom;

/// <summary>A time that a person or a program has written: in ISO 8601 or RFC 2822, as <c>date</c>, git, nbgrader,
/// Moodle or Canvas write it, or in seconds since 1970. Without a time zone, it is in UTC.</summary>
/// <remarks>The parts of the text are recognized by their form, and each may occur once. A text with another part, such
/// as 30.11.2026 or 11/12/2026, is not read: its day and month could be exchanged.</remarks>
/// <param name="Start">When the written day, minute or second begins.</param>
/// <param name="Precision">How long it lasts.</param>
internal readonly partial record struct WrittenTime(DateTimeOffset Start, TimeSpan Precision)
{
    private const int HoursOfNoon = 12;

    /// <summary>The hours between the usual abbreviations of time zones and UTC. Some stand for several zones: those of
    /// RFC 2822 count as American, and BST as British. IST, which is Indian, Irish or Israeli, is not read.</summary>
    private static readonly Dictionary<string, double> _zones =
        new (double Hours, string Names)[]
        {
            (0, "Z UT UTC GMT WET"),
            (1, "WEST BST CET MEZ"),
            (2, "CEST MESZ EET SAST"),
            (3, "EEST MSK"),
            (8, "SGT HKT AWST"),
            (9, "JST KST"),
            (9.5, "ACST"),
            (10, "AEST"),
            (10.5, "ACDT"),
            (11, "AEDT"),
            (12, "NZST"),
            (13, "NZDT"),
            (-2.5, "NDT"),
            (-3, "ADT"),
            (-3.5, "NST"),
            (-4, "AST EDT"),
            (-5, "EST CDT"),
            (-6, "CST MDT"),
            (-7, "MST PDT"),
            (-8, "PST AKDT"),
            (-9, "AKST"),
            (-10, "HST"),
        }
        .SelectMany(zone => zone.Names.Split(' ').Select(name => (name, zone.Hours)))
        .ToDictionary(StringComparer.OrdinalIgnoreCase);

    public DateTimeOffset Last => Precision == TimeSpan.Zero ? Start : Start + Precision - TimeSpan.FromTicks(1);

    public bool IsDay => Precision == TimeSpan.FromDays(1);

    public static WrittenTime? Parse(string text)
    {
        text = Ignored().Replace(text, "").Trim();
        Dictionary<string, string> parts = [];
        int end = 0;
        foreach (Match match in Part().Matches(text))
        {
            end = match.Index + match.Length;
            foreach (Group group in match.Groups.Values.Where(group => group.Success && group.Name != "0"))
                if (!parts.TryAdd(group.Name == "word" ? KindOf(group.Value) : group.Name, group.Value))
                    return null;
        }
        return end < text.Length || parts.Count == 0 ? null : Of(parts);
    }

    private static string KindOf(string word) =>
        word.Equals("at", StringComparison.OrdinalIgnoreCase) ? "at"
        : IndexIn(CultureInfo.InvariantCulture.DateTimeFormat.DayNames, word) >= 0 ? "weekday"
        : IndexOfMonth(word) >= 0 ? "month"
        : "zone";

    private static int IndexOfMonth(string word) =>
        IndexIn(CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[..12], word);

    private static int IndexIn(string[] names, string word) =>
        word.Length < 3
            ? -1
            : Array.FindIndex(names, name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    private static WrittenTime? Of(IReadOnlyDictionary<string, string> parts)
    {
        if (parts.TryGetValue("unix", out string? unix))
            return parts.Keys.Except(["unix", "sign", "hours", "minutes"]).Any()
                ? null
                : new(DateTimeOffset.FromUnixTimeSeconds(Number(unix)), TimeSpan.FromSeconds(1));
        if (!parts.TryGetValue("month", out string? named))
            return null;
        int year = Number("year"), month = IndexOfMonth(named) is var index and >= 0 ? index + 1 : Number(named),
            day = Number("day"), hour = Number("hour"), minute = Number("minute"), second = Number("second");
        if (parts.TryGetValue("half", out string? half))
        {
            if (hour is < 1 or > HoursOfNoon)
                return null;
            hour = (hour % HoursOfNoon) + (half is "p" or "P" ? HoursOfNoon : 0);
        }
        if (year == 0 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23
            || minute > 59 || second > 59)
            return null;
        string fraction = parts.GetValueOrDefault("fraction", "");
        var time = new DateTime(year, month, day, hour, minute, second);
        time += TimeSpan.FromSeconds(double.Parse($"0.{fraction}0", CultureInfo.InvariantCulture));
        TimeSpan precision =
            !parts.ContainsKey("hour") ? TimeSpan.FromDays(1)
            : !parts.ContainsKey("second") ? TimeSpan.FromMinutes(1)
            : fraction.Length == 0 ? TimeSpan.FromSeconds(1)
            : TimeSpan.Zero;
        return OffsetAt(time) is { } offset && Math.Abs(offset.TotalHours) <= 14
            ? new(new DateTimeOffset(time, offset), precision)
            : null;

        int Number(string part) =>
            int.Parse(char.IsDigit(part[0]) ? part : parts.GetValueOrDefault(part, "0"), CultureInfo.InvariantCulture);

        // An offset counts before the name of its zone, as in +0200 CEST.
        TimeSpan? OffsetAt(DateTime local) =>
            parts.TryGetValue("sign", out string? sign)
                ? Number("minutes") > 59
                    ? null
                    : new TimeSpan(Number("hours"), Number("minutes"), 0) * (sign == "-" ? -1 : 1)
            : !parts.TryGetValue("zone", out string? zone) ? TimeSpan.Zero
            : _zones.TryGetValue(zone, out double hours) ? TimeSpan.FromHours(hours)
            : TimeZoneInfo.TryFindSystemTimeZoneById(zone, out TimeZoneInfo? known) ? known.GetUtcOffset(local)
            : null;
    }

    /// <summary>Matches what git writes before a time, and a comment after it, such as (CEST).</summary>
    [GeneratedRegex(@"^\uFEFF?\s*((Author|Commit)?Date:)?|\([^()]*\)\s*$")]
    private static partial Regex Ignored();

    [GeneratedRegex(
        """
        \G(
            (?<year>[12]\d{3}) ( -(?<month>\d\d?)-(?<day>\d\d?) | /(?<month>\d\d?)/(?<day>\d\d?) ) (?!\d) (T(?=\d))?
          | (?<year>[12]\d{3})(?<month>\d\d)(?<day>\d\d) ( T(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)? )? (?!\d)
          | (?<day>\d\d?)-(?<word>[a-z]{3,9})-(?<year>[12]\d{3}) (?!\d)
          | (?<hour>\d\d?):(?<minute>\d\d) ( :(?<second>\d\d) ([.,](?<fraction>\d{1,9}))? )? (?![\d:.])
            ( \s?(?<half>[ap])\.?m\b\.? )?
          | (?<hour>\d\d?)\s?(?<half>[ap])\.?m\b\.?
          | @?(?<unix>\d{10}) (?!\d)
          | (?<year>[12]\d{3}) (?![\d:])
          | (?<day>\d\d?) (st|nd|rd|th)?\b (?![:./])
          | (UTC|GMT)?(?<sign>[+-])(?<hours>\d\d?)(:?(?<minutes>\d\d))? (?!\d)
          | (?<word>[a-z]+(/[a-z0-9_+-]+)*)\.?
        ) [\s,]*
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace
            | RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
