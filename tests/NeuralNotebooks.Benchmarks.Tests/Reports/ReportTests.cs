using System.Text.Json;

namespace NeuralNotebooks.Benchmarks.Tests;

public class ReportTests
{
    [Fact]
    public void A_report_is_read_as_it_was_written()
    {
        Report report = MadeUp.Report(MadeUp.Product(), MadeUp.Training());

        Report read = Report.FromJson(report.ToJson());

        Assert.Equal(report.ToJson(), read.ToJson());
        Assert.Equal(report.Machine, read.Machine);
        Assert.Equal(1.25, read.Comparisons[0].Ratio(ProductComparison.OpenBlasName));
    }

    [Theory]
    [Cases("null", "{}", """{ "date": "2026-01-31", "machine": null }""", "not JSON")]
    public void Text_that_is_not_a_report_is_refused(string text) =>
        Assert.ThrowsAny<JsonException>(() => Report.FromJson(text));

    [Fact]
    public void The_model_of_a_processor_names_its_family() =>
        Assert.Equal(
            "AMD EPYC (family 25, model 17)",
            Machine.CpuModel(
                "processor\t: 0\ncpu family\t: 25\nmodel\t\t: 17\nmodel name\t: AMD EPYC\n\nprocessor\t: 1\n"
            )
        );

    [Fact]
    public void A_processor_without_a_model_name_is_known_by_its_numbers() =>
        Assert.Equal(
            "Arm (implementer 0x41, part 0xd40)",
            Machine.CpuModel("processor\t: 0\nCPU implementer\t: 0x41\nCPU part\t: 0xd40\n\nprocessor\t: 1\n")
        );
}
