namespace NeuralNotebooks.Plotting;

/// <summary>A control that a cell shows: its value as text, and a description from which a live page makes an input
/// field.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource), PreferredMimeTypes = ["text/html", DisplayFacts.Type])]
internal sealed class Control(string name, string value, JsonObject input) : IHtml
{
    public JsonObject Facts => new() { ["control"] = name, ["field"] = input.DeepClone() };

    public string ToHtml() => $"<div>{WebUtility.HtmlEncode(ToString())}</div>";

    public override string ToString() => $"{name} = {value}";

    /// <summary>Shows a control and returns its value. In a host without controls the start value is printed as
    /// text.</summary>
    public static T Show<T>(string name, Func<string?, (T Value, string Words, JsonObject Field)> make)
    {
        T value = default!;
        if (NotebookHost.ShowControl is { } show)
            show(name, Make);
        else
            Console.WriteLine(Make(null));
        return value;

        Control Make(string? choice)
        {
            (value, string words, JsonObject field) = make(choice);
            return new(name, words, field);
        }
    }
}
