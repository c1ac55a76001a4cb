using System.Diagnostics;

namespace Pst.Web.Hosting;

/// <summary>How another program ended.</summary>
/// <param name="Code">What it ended with; null where it was ended: it took too long, or said more than anybody reads.</param>
/// <param name="Said">On its output, as far as somebody reads it.</param>
public sealed record ProgramEnd(int? Code, byte[] Said);

/// <summary>Runs another program, for so long and no longer: what takes its time is ended with all that it started.</summary>
public static class BoundedProgram
{
    const int Piece = 81_920;

    /// <param name="start">What is run; its output and its errors are taken from it here.</param>
    /// <param name="patience">How long.</param>
    /// <param name="most">How many bytes of its output are read; what it says beyond ends it. 0: nobody reads any.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static async Task<ProgramEnd> RunAsync(ProcessStartInfo start, TimeSpan patience, int most, CancellationToken cancel)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        ending.CancelAfter(patience);
        using var running = Process.Start(start)!;
        try
        {
            // It may talk of anything on its errors; nobody needs to hear it.
            var errors = running.StandardError.BaseStream.CopyToAsync(Stream.Null, ending.Token);
            var said = most == 0 ? await UnreadAsync(running, ending.Token) : await ReadAsync(running, most, ending.Token);
            if (said is null) return new(null, []);
            await errors;
            await running.WaitForExitAsync(ending.Token);
            return new(running.ExitCode, said);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(null, []);
        }
        finally
        {
            if (!running.HasExited) running.Kill(entireProcessTree: true);
        }
    }

    static async Task<byte[]> UnreadAsync(Process running, CancellationToken cancel)
    {
        await running.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancel);
        return [];
    }

    static async Task<byte[]?> ReadAsync(Process running, int most, CancellationToken cancel)
    {
        using var said = new MemoryStream();
        var piece = new byte[Piece];
        for (int read; (read = await running.StandardOutput.BaseStream.ReadAsync(piece, cancel)) > 0;)
        {
            if (said.Length + read > most) return null;
            said.Write(piece, 0, read);
        }
        return said.ToArray();
    }
}
