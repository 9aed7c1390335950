namespace NeuralNotebooks;

public sealed partial class Value
{
    private const int DepthShown = 3, OperandsShown = 6;

    /// <summary>How the value was computed, such as "(x + y) × z"; named values appear by name, and deeply nested parts
    /// as "…".</summary>
    public string Expression() => Expression(NumberText.Plain);

    internal string Expression(Func<double, string> number) =>
        Gate is null ? Label(number) : Gate.Formula(Operands(DepthShown, number));

    /// <summary>Name, data, gradient and formula in one line of text.</summary>
    public override string ToString()
    {
        string name = Name is null ? "" : Name + " = ";
        string formula = Gate is null ? "" : $" = {Expression()}";
        return $"{name}{NumberText.Plain(Data)}{formula}, gradient {NumberText.Plain(Gradient)}";
    }

    /// <summary>Name, formula, data, gradient and gate as an HTML table.</summary>
    public string ToHtml()
    {
        var table = new HtmlTable(Gate switch
        {
            null => "input",
            { Symbol: var symbol, Name: var name } => symbol == name ? $"{name} gate" : $"{name} gate ({symbol})",
        });
        (string Header, string? Text)[] texts = [("name", Name), ("formula", Gate is null ? null : Expression())];
        texts = [.. texts.Where(column => column.Text is not null)];
        table.Headers([.. texts.Select(column => column.Header), "data", "gradient"]);
        table.BeginRow();
        foreach ((_, string? text) in texts)
            table.Text(text!);
        table.Number(Data, HtmlTable.ValueTint);
        table.Number(Gradient, HtmlTable.GradientTint);
        return table.ToString();
    }

    private string Label(Func<double, string> number) => Name ?? number(Data);

    private IReadOnlyList<string> Operands(int depth, Func<double, string> number)
    {
        string Written(Value parent, int position) => Operand(parent, depth - 1, isFirst: position == 0, number);
        return Parents.Count <= OperandsShown
            ? [.. Parents.Select(Written)]
            : [.. Parents.Take(OperandsShown - 2).Select(Written), "…", Written(Parents[^1], OperandsShown)];
    }

    /// <summary>The formula of an operand of this value's gate, in parentheses if precedence or a minus sign requires
    /// them.</summary>
    private string Operand(Value parent, int depth, bool isFirst, Func<double, string> number)
    {
        if (parent.Name is not null)
            return parent.Name;
        if (parent.Gate is null)
        {
            // A negative number is written in parentheses, as in (-3)² and x − (-3), except at the start: -3 + x.
            bool startsOperation = isFirst && Parents.Count > 1;
            string label = number(parent.Data);
            return parent.Data < 0 && Gate!.Precedence > 0 && !startsOperation ? $"({label})" : label;
        }
        string formula = depth == 0 ? "…" : parent.Gate.Formula(parent.Operands(depth, number));
        bool bracketed = parent.Gate.Precedence > 0 && parent.Gate.Precedence <= Gate!.Precedence;
        return bracketed ? $"({formula})" : formula;
    }
}
