namespace NeuralNotebooks.Site.Tests;

/// <summary>A course of two notebooks with all that a page can show, built once for the tests of whole pages.</summary>
public sealed class ReferenceCourse : IDisposable
{
    public ReferenceCourse()
    {
        Course.SourceFile("circuit.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        Course.SourceFile(
            "index.md",
            "# From first principles\n\nEvery $\\partial L$ explained, from [the gates](01-gates.ipynb) on.\n");
        Course
            .With(
                "01-gates.ipynb",
                Text("# Where does a gradient go?\n\n*25 minutes · before: [two layers](02-layers.ipynb)*\n\nEvery "
                    + "formula is a **circuit** of $x$ and $y$. You can\n\n- read [it](#the-gate);\n- and draw "
                    + "it.\n\nMore.\n"),
                Code("#!import kit.csx\nstring text = \"index.md\";"),
                Text("## The × gate\n\nBoth factors:\n\n$$\\frac{\\partial L}{\\partial x} = y$$\n\n> "
                    + "**Predict.** Is $\\partial L/\\partial x$ larger than 3?\n"),
                Tagged(
                    ["answer"], "Value x = new(3.0, \"x\");   // a < b && c\nx",
                    new StreamOutput(StreamName.Stdout, "a <b> & \"c\"\n"),
                    Shown("text/html", "<p class=\"own\">own</p>")),
                Text("*The circuit with $z$ in it.*\n\nAfter the caption.\n"),
                Text("## The × gate\n\n<details><summary>Hint for $z$</summary>\n\nThink of **two** inputs.\n\n"
                    + "```csharp\nint two = 2;\n```\n</details>\n\n![A circuit](circuit.svg)\n\n"
                    + "| a | b |\n|---|---|\n| $|x|$ | `y` |\n"),
                Code("Plot.Loss()", Shown("text/html", "<div id=\"loss\">drawn</div>")),
                Code("Plot.Again()", Shown("text/html", "<div id=\"again\">drawn again</div>")))
            .With(
                "02-layers.failed.ipynb",
                Text("# What does a layer compute?\n\nSee [the gate](01-gates.ipynb#The-×-gate) again.\n"),
                Code("throw new Exception(\"no\")", Failure("System.Exception", "no <way>", "cell 1, line 1: throw")))
            .Build(new() { Title = "A course", Node = "no-such-program" });
    }

    internal TemporaryCourse Course { get; } = new();

    public void Dispose() => Course.Dispose();
}
