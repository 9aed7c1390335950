using System.Text.Json.Nodes;

namespace NeuralNotebooks.Plotting;

/// <summary>A control that a cell shows: in words, with what a page needs to make it move.</summary>
/// <param name="name">Its name.</param>
/// <param name="value">Its present value, in words.</param>
/// <param name="field">What a page makes of it.</param>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
internal sealed class Control(string name, string value, JsonObject field) : IHtml
{
    /// <summary>The host's part in <c>AppContext</c>: given a control's name, and what makes the control of the
    /// reader's choice (null before the first), it shows the control.</summary>
    public const string Host = "NeuralNotebooks.Controls";

    /// <inheritdoc/>
    public string ToHtml() =>
        $"<div class=\"nn-control\" data-nn-control=\"{WebUtility.HtmlEncode(name)}\" "
        + $"data-nn-field=\"{WebUtility.HtmlEncode(field.ToJsonString())}\">{WebUtility.HtmlEncode(ToString())}</div>";

    /// <summary>The control in words, such as <c>α = 0.5</c>.</summary>
    public override string ToString() => $"{name} = {value}";

    /// <summary>Shows a control and returns its value. A host without controls gets the start value, in
    /// words.</summary>
    public static T Show<T>(string name, Func<string?, (T Value, string Words, JsonObject Field)> make)
    {
        T value = default!;
        if (AppContext.GetData(Host) is Action<string, Func<string?, object>> show)
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
