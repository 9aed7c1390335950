namespace NeuralNotebooks.Classroom.Tests.Scores;

public class WrittenTimeTests
{
    /// <summary>29 November 2026, 9:00 UTC, as programs write it.</summary>
    [Theory]
    [Cases(
        "2026-11-29 09:00:00.000000 UTC", // nbgrader
        "2026-11-29 10:00:00.000000 CET", "2026-11-29 11:00:00 CEST", "2026-11-29 02:00:00.000 PDT",
        "2026-11-29T09:00:00Z", // ISO 8601, Canvas
        "2026-11-29t09:00:00.1234567z", "2026-11-29T10:00:00+01:00", "2026-11-29 10:00 Europe/Berlin",
        "Sun, 29 Nov 2026 10:00:00 +0100", // RFC 2822
        "29 Nov 2026 09:00:00 GMT", "2026-11-29 10:00:00 +0100",
        "Sunday, 29 November 2026, 9:00 AM", // Moodle
        "Sunday, 29 November 2026, 9:00\u202FAM", "29 November 2026, 09:00",
        "Nov 29, 2026 at 9am", // Canvas
        "Nov 29, 2026 9:00am", "\uFEFF2026-11-29 09:00:00 UTC")]
    public void Common_forms_of_one_moment_are_read(string text)
    {
        Assert.SkipUnless(
            !text.Contains('/') || TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Berlin", out _),
            "The system knows no time zones.");

        DateTimeOffset read = WrittenTime.Parse(text)!.Value.Start;

        Assert.Equal(new DateTimeOffset(2026, 11, 29, 9, 0, 0, default).ToUnixTimeSeconds(), read.ToUnixTimeSeconds());
    }

    [Theory]
    [Cases(
        "", "yesterday", "30.11.2026", "11/12/2026 10:00", "11 12 2026",
        "Nov 29 at 10:00am", // Without a year.
        "2026-11-31 10:00", "2026-13-01", "2026-11-29 10:60", "2026-11-29 13:00 PM",
        "20261129T090000Z", "Sun Nov 29 09:00:00 UTC 2026", "1795942800",
        "2026-11-29 10:00 IST", // India, Ireland or Israel.
        "2026-11-29 10:00 Middle/Earth", "2026-11-29 10:00 +14:30", "2026-11-29 10:00 ../../etc/passwd")]
    public void Other_texts_are_not_read(string text) => Assert.Null(WrittenTime.Parse(text));

    [Theory]
    [Cases(
        "2026-11-29", "2026-11-29T23:59:59.9999999Z", "2026-11-29 23:59:30.25", "2026-11-29T23:59:30.2500000Z",
        "2026-11-29 12:00 PM", "2026-11-29T12:00:59.9999999Z", "2026-11-29 12:00 AM", "2026-11-29T00:00:59.9999999Z",
        "2026-11-29 23:59", "2026-11-29T23:59:59.9999999Z", "2026-11-29 23:59:30", "2026-11-29T23:59:30.9999999Z")]
    public void A_day_a_minute_and_a_second_are_meant_to_their_end(string text, string last) =>
        Assert.Equal(last, WrittenTime.Parse(text)!.Value.Last.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
}
