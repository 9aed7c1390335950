using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Plotly.NET;

/// <summary>Writes charts as the JSON that plotly.js draws: invariant numbers, whole doubles as <c>1.0</c>, NaN and
/// infinity as strings.</summary>
internal static class FigureJson
{
    private const string Time = "yyyy-MM-ddTHH:mm:ss.FFFFFFFK";

    public static string Of(object? value)
    {
        StringBuilder json = new();
        Write(json, value);
        return json.ToString();
    }

    private static void Write(StringBuilder json, object? value)
    {
        switch (value)
        {
            case null: json.Append("null"); break;
            case string text: WriteString(json, text); break;
            case bool truth: json.Append(truth ? "true" : "false"); break;
            case IFigureValue other: Write(json, other.InFigure); break;
            case DynamicObj.DynamicObj properties: WriteObject(json, properties); break;
            case double or float or decimal: WriteReal(json, (IFormattable)value); break;
            case DateTime time: WriteString(json, time.ToString(Time, CultureInfo.InvariantCulture)); break;
            case IEnumerable sequence: WriteArray(json, sequence); break;
            case IFormattable number: json.Append(number.ToString(null, CultureInfo.InvariantCulture)); break;
            default: throw new ArgumentException($"A chart cannot hold a {value.GetType()}.", nameof(value));
        }
    }

    private static void WriteObject(StringBuilder json, IEnumerable<KeyValuePair<string, object?>> properties)
    {
        char separator = '{';
        foreach ((string name, object? value) in properties)
        {
            json.Append(separator);
            WriteString(json, name);
            json.Append(':');
            Write(json, value);
            separator = ',';
        }
        json.Append(separator == '{' ? "{}" : "}");
    }

    private static void WriteArray(StringBuilder json, IEnumerable sequence)
    {
        char separator = '[';
        foreach (object? item in sequence)
        {
            json.Append(separator);
            Write(json, item);
            separator = ',';
        }
        json.Append(separator == '[' ? "[]" : "]");
    }

    private static void WriteReal(StringBuilder json, IFormattable number)
    {
        string text = number.ToString(null, CultureInfo.InvariantCulture);
        if (text is "NaN" or "Infinity" or "-Infinity")
            WriteString(json, text);
        else
            json.Append(text).Append(text.AsSpan().IndexOfAny('.', 'E') < 0 ? ".0" : "");
    }

    private static void WriteString(StringBuilder json, string text) =>
        json.Append('"').Append(JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value)
            .Append('"');
}
