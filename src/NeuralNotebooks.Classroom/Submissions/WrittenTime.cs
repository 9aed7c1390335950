namespace NeuralNotebooks.Classroom;

/// <summary>A time that a person or a platform has written: in ISO 8601 or RFC 2822, or as nbgrader, Moodle or Canvas
/// write it. Without a time zone, it is in UTC.</summary>
/// <remarks>A date such as 30.11.2026 or 11/12/2026 is not read: its day and month could be exchanged.</remarks>
/// <param name="Start">When the written day, minute or second begins.</param>
/// <param name="Precision">How long it lasts.</param>
internal readonly partial record struct WrittenTime(DateTimeOffset Start, TimeSpan Precision)
{
    private static readonly string[] _dates = ["yyyy-M-d", "d MMM yyyy", "d MMMM yyyy", "MMM d yyyy", "MMMM d yyyy"];

    private static readonly (string Form, TimeSpan Precision)[] _times =
    [
        ("", TimeSpan.FromDays(1)), (" H:mm", TimeSpan.FromMinutes(1)), (" h:mm tt", TimeSpan.FromMinutes(1)),
        (" h:mmtt", TimeSpan.FromMinutes(1)), (" htt", TimeSpan.FromMinutes(1)),
        (" H:mm:ss", TimeSpan.FromSeconds(1)), (" H:mm:ss.FFFFFFF", TimeSpan.Zero),
    ];

    /// <summary>The hours between UTC and zones that the system does not know by these names: those of RFC 2822, and
    /// the European ones of summer.</summary>
    private static readonly Dictionary<string, int> _zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0,
        ["UT"] = 0,
        ["EDT"] = -4,
        ["CST"] = -6,
        ["CDT"] = -5,
        ["MDT"] = -6,
        ["PST"] = -8,
        ["PDT"] = -7,
        ["BST"] = 1,
        ["CEST"] = 2,
        ["EEST"] = 3,
    };

    public DateTimeOffset Last => Precision == TimeSpan.Zero ? Start : Start + Precision - TimeSpan.FromTicks(1);

    public bool IsDay => Precision == TimeSpan.FromDays(1);

    public static WrittenTime? Parse(string text)
    {
        text = Separators().Replace(text, " ").Trim();
        Match zone = Zone().Match(text);
        string local = text[..^zone.Length].Trim();
        foreach ((string form, TimeSpan precision) in _times)
            if (DateTime.TryParseExact(
                local, [.. _dates.Select(date => date + form)], CultureInfo.InvariantCulture, DateTimeStyles.None,
                out DateTime time))
                return time.Year is > 1000 and < 3000 && OffsetAt(time, zone) is { } offset
                    && Math.Abs(offset.TotalHours) <= 14
                        ? new(new(time, offset), precision) : null;
        return null;
    }

    private static TimeSpan? OffsetAt(DateTime local, Match zone)
    {
        int Number(string part) => int.Parse($"0{zone.Groups[part].Value}", CultureInfo.InvariantCulture);
        string name = zone.Groups["name"].Value;
        return zone.Groups["sign"] is { Success: true, Value: var sign }
                ? Number("minutes") > 59 ? null
                    : new TimeSpan(Number("hours"), Number("minutes"), 0) * (sign == "-" ? -1 : 1)
            : name.Length == 0 ? TimeSpan.Zero
            : _zones.TryGetValue(name, out int hours) ? TimeSpan.FromHours(hours)
            : TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? known) ? known.GetUtcOffset(local)
            : null;
    }

    /// <summary>Matches what may stand between the parts, and the name of the day before them.</summary>
    [GeneratedRegex(
        @"([\uFEFF\s,]|\bat\b|(?<=\d)T(?=\d)|^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*)+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(
        @"((?<= |:\d\d|\.\d{1,7})(?<sign>[+-])(?<hours>\d\d)(:?(?<minutes>\d\d))?"
            + @"|(?<=[\d ])(?![ap]m$)(?<name>[a-z]+(/[a-z0-9_+-]+)*))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Zone();
}
