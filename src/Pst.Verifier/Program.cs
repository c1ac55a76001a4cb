using Pst.Verifier;

return Verification.Run(args, Console.Out);
